"""The frames, column by column, from their schemas."""

from __future__ import annotations

import ast
import inspect
import re
from typing import TYPE_CHECKING

from from_code.tables import code, table
from good_on_paper.frames import schema
from good_on_paper.frames.frame_schema import FrameSchema

if TYPE_CHECKING:
    from pathlib import Path

    import pandera.pandas as pa

OPENING = """\
# The frames, column by column

What a person said, as tidy pandas frames. Each has a schema, which checks it whenever it is made, also of
somebody who said nothing. The `unit` is the permanent id of a role, an interview and so on; the index has
its name. A blank is NA.

Ratings are on no list here, since the catalogue says which columns they have: see [the data
dictionary](data-dictionary.md). There a cell is a number on the scale of its line, mostly 1 to 7.
"""


def told() -> dict[str, str]:
    """Return each schema's name, and what stands below it in the file."""
    body = ast.parse(inspect.getsource(schema)).body
    says = {}
    for one, after in zip(body, [*body[1:], None], strict=True):
        target = one.targets[0] if isinstance(one, ast.Assign) else getattr(one, "target", None)
        if isinstance(target, ast.Name) and isinstance(getattr(schema, target.id), FrameSchema):
            below = after.value if isinstance(after, ast.Expr) else None
            says[target.id] = str(below.value) if isinstance(below, ast.Constant) else ""
    return says


def type_of(column: pa.Column | pa.Index) -> str:
    """Return the pandas type; of a date without its unit, on which pandera says another than pandas."""
    return re.sub(r"datetime64\[\w+(?:, )?(\w*)\]", r"datetime64 \1", str(column.dtype.type)).strip()


def row(name: str, column: pa.Column | pa.Index) -> list[str]:
    """Return a row of the table: name, type, whether blanks may be, what else holds."""
    rules = [*(["no two alike"] if column.unique else []), *(str(check.error) for check in column.checks)]
    may = "yes" if column.nullable else "no"
    return [code(name), code(type_of(column)), may, code("; ".join(rules)) if rules else ""]


def write(into: Path) -> None:
    """Write the page."""
    parts = [OPENING]
    for name, says in told().items():
        of = getattr(schema, name)
        rows = [row(f"{of.index.name} (index)", of.index)] if of.index is not None and of.index.name else []
        rows += [row(key, column) for key, column in of.columns.items()]
        heads = ("column", "type", "may be blank", "what else holds")
        parts.append(f"## {name.lower()}\n\n{says}\n\n{table(heads, rows)}")
    (into / "reference" / "frames-by-column.md").write_text("\n".join(parts), encoding="utf-8")
