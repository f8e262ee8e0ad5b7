"""``python -m good_on_paper``: the same as the command ``good-on-paper``."""

from good_on_paper.app.command import main

if __name__ == "__main__":
    main()
