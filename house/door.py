"""What the words after ``run.py`` mean."""

from __future__ import annotations

from house.checks import check
from house.docs import build
from house.environment import PYTHON, RUNTIME, ready
from house.steps import StoppedError, run, say


def main(words: list[str], usage: str) -> int:
    """Do what is asked for and give the exit code.

    Parameters
    ----------
    words : list of str
        The words after ``run.py``. ``test`` runs the checks, ``docs`` builds the documentation; all else is
        for the kit's own command; options alone mean its ``open``, but for ``--version``.
    usage : str
        What ``--help`` prints.
    """
    if words and words[0] in {"-h", "--help", "help"}:
        print(usage)
        return 0
    try:
        if words[:1] == ["test"]:
            return check(words[1:])
        if words[:1] == ["docs"]:
            return build(words[1:])
        ready(RUNTIME)
        of_open = not words or (words[0].startswith("-") and words[0] != "--version")
        command = ["open", *words] if of_open else words
        # -P: nothing that merely lies in the folder the kit is started from is imported
        return run([PYTHON, "-P", "-m", "good_on_paper", *command])
    except StoppedError as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        say("stopped.")
        return 130
