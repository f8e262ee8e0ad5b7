"""What the kernel of the pages does before it serves the first of them."""

from __future__ import annotations

import gc
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comm.base_comm import BaseComm, MessageType

CONTROL = "jupyter.widget.control"


def make_ready() -> None:
    """Load what the pages need, and let each page know only its own widgets."""
    gc.disable()  # what is loaded stays: searching for garbage takes a tenth of the start
    from comm import get_comm_manager  # noqa: PLC0415 - the server imports this floor without a kernel

    import good_on_paper.kit  # noqa: F401, PLC0415 - as above
    from good_on_paper.study.search import SEARCHES  # noqa: PLC0415 - as above

    gc.freeze()
    gc.enable()

    SEARCHES.expected = True
    get_comm_manager().register_target(CONTROL, tell_of_none)
    # only some charts need it, and it takes a second to load
    Thread(target=import_module, args=("seaborn",), daemon=True).start()


def tell_of_none(comm: BaseComm, _opened: MessageType) -> None:
    """Answer a page that asks for existing widgets: there are none.

    A page makes its widgets when it opens. ipywidgets would list those of all pages, and JupyterLab would
    build each of them again.
    """

    def answer(message: MessageType) -> None:
        if message["content"]["data"]["method"] == "request_states":
            comm.send({"method": "update_states", "states": {}, "buffer_paths": []})

    comm.on_msg(answer)
