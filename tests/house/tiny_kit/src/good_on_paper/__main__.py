"""Say how it was started."""

import sys

sys.stdout.write(f"started: {' '.join(sys.argv[1:])}\nin: {sys.prefix}\n")
