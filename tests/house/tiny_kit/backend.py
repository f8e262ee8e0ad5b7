"""A build backend that needs nothing: the tiny kit is installed by one line in a .pth file."""

import zipfile
from pathlib import Path

NAME = "good_on_paper-0"
METADATA = "Metadata-Version: 2.1\nName: good-on-paper\nVersion: 0\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: tiny\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):  # noqa: ARG001
    files = {
        "tiny.pth": f"{Path(__file__).parent / 'src'}\n",
        f"{NAME}.dist-info/METADATA": METADATA,
        f"{NAME}.dist-info/WHEEL": WHEEL,
    }
    record = f"{NAME}.dist-info/RECORD"
    files[record] = "".join(f"{name},,\n" for name in (*files, record))
    with zipfile.ZipFile(Path(wheel_directory, f"{NAME}-py3-none-any.whl"), "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
    return f"{NAME}-py3-none-any.whl"
