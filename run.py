#!/usr/bin/env python3
"""Good on Paper: one command.

    python3 run.py                 make everything ready and open the kit (Windows: py run.py)
    python3 run.py --no-browser    the same, but print the address instead of opening a browser
    python3 run.py --sample        look round with the sample person, on a copy that is thrown away
    python3 run.py where           say where your answers are kept
    python3 run.py import FILE     bring in a resume or a table
    python3 run.py test [...]      lint, types and all tests (further words go to pytest)
    python3 run.py test --quick    the same without the tests that take long
    python3 run.py docs            build the documentation, with all its figures

It needs Python 3.11 or newer and, the first time, the network. All it installs goes into the folder .venv
beside this file; to start afresh, delete that folder. Your answers are kept elsewhere.
"""
# Every old Python must be able to read this file, so that it gives a sentence and not a SyntaxError:
# no f-strings, no annotations. What it starts lies in the folder `house`.

import sys

# No file that merely lies beside this one may stand in for a module of Python: its folder leaves the path.
if not getattr(sys.flags, "safe_path", False):
    sys.path.pop(0)

import os
import subprocess

sys.path.append(os.path.dirname(os.path.abspath(__file__)))  # for the house, behind all others

OLDEST, NEWEST = 11, 14  # of Python 3; the newest is only the newest that the locks were tried with


def newer_python():
    """Find a newer Python of this computer that does start."""
    for minor in range(NEWEST, OLDEST - 1, -1):
        check = "import sys; sys.exit(sys.version_info[:2] != (3, %d))" % minor
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            python = os.path.join(folder, "python3.%d" % minor)
            if os.access(python, os.X_OK):
                with open(os.devnull, "w") as nowhere:
                    if subprocess.call([python, "-c", check], stderr=nowhere) == 0:
                        return python
    return None


def start():
    """Hand over to the house, under this Python or a newer one; give the exit code."""
    if sys.version_info >= (3, OLDEST):
        from house.door import main

        return main(sys.argv[1:], __doc__)
    this = "Good on Paper: this is Python %d.%d, which is too old" % sys.version_info[:2]
    python = newer_python()
    if python:
        print("%s; going on with %s." % (this, python))
        sys.stdout.flush()
        return subprocess.call([python, os.path.abspath(__file__)] + sys.argv[1:])
    print(
        "%s (%s).\nPython 3.%d or newer is needed: get it from python.org/downloads, then type:  %s"
        % (this, sys.executable, OLDEST, "py run.py" if os.name == "nt" else "python3.13 run.py")
    )
    return 1


if __name__ == "__main__":
    sys.exit(start())
