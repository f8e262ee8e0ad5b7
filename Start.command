#!/bin/sh
# Double-click to open Good on Paper: this file on macOS, Start.desktop beside it on Linux, Start.bat on Windows.
# It takes Python from uv where there is one, else the Python of this computer, and starts run.py.
case $0 in */*) cd "${0%/*}" || exit 1 ;; esac
PATH=$PATH:$HOME/.local/bin # where uv is put, which a double-click does not always look into
trap : INT # Ctrl+C is for the kit

new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=
if command -v uv >/dev/null 2>&1; then
  python=$(uv python find --system --no-project '>=3.11' 2>/dev/null)
  if [ -z "$python" ]; then
    echo "Good on Paper: fetching Python with uv (about 30 MB)."
    uv python install 3.13 && python=$(uv python find --system --no-project '>=3.11' 2>/dev/null)
  fi
fi
for one in python3 python3.14 python3.13 python3.12 python3.11; do
  if [ -z "$python" ] && command -v "$one" >/dev/null 2>&1 && new_enough "$one"; then python=$one; fi
done

if [ -n "$python" ]; then
  "$python" run.py "$@"
  code=$?
else
  echo "Good on Paper needs Python 3.11 or newer, and we found none on this computer."
  echo "Get it from https://www.python.org/downloads (about 30 MB, free)."
  echo "Then double-click this file again."
  code=1
fi
if [ "$code" -ne 0 ] && [ "$code" -ne 130 ]; then
  printf 'Press Return to close this window. '
  read -r _
fi
exit "$code"
