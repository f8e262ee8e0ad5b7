"""Warn in plain words about what the place of a record could do to it; change nothing."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import Final

from good_on_paper.record.folder import RECORD_FILE

MOUNTS: Final = Path("/proc/self/mounts")
SCARCE: Final = 50_000_000
"""Warn if the disk has fewer bytes left."""

_SERVICES: Final = tuple(
    (re.compile(sign, re.IGNORECASE), service)
    for sign, service in (
        (r"dropbox( \(.*\))?", "Dropbox"),
        (r"onedrive( ?-.*)?", "OneDrive"),
        (r"iclouddrive|icloud drive|com~apple~clouddocs", "iCloud Drive"),
        (r"google ?drive(-.*)?|drivefs", "Google Drive"),
        (r"nextcloud\d*", "Nextcloud"),
        (r"owncloud\d*", "ownCloud"),
        (r"pcloud ?(drive|sync)?", "pCloud"),
        (r"mega|megasync( downloads)?", "MEGA"),
        (r"box sync|box-box", "Box"),
        (r"seafile|seadrive", "Seafile"),
        (r"syncthing", "Syncthing"),
        (r"proton ?drive(-.*)?", "Proton Drive"),
        (r"yandex\.?disk", "Yandex Disk"),
        (r"tresorit( drive)?|tresors", "Tresorit"),
        (r"cloudstorage", "a cloud service"),  # macOS keeps them all in Library/CloudStorage
    )
)
_MARKERS: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".stfolder": "Syncthing",
}
_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_REMOTE: Final = re.compile(
    r"9p|afs|afpfs|beegfs|ceph|cifs|davfs|glusterfs|gpfs|lustre|ncpfs|nfs4?|smb[23]?|smbfs|vboxsf|virtiofs|webdav"
    r"|fuse\.(sshfs|rclone|davfs2?|glusterfs|s3fs|gcsfuse|grpcfuse|osxfs|onedriver|google-drive-.*|.*cloud.*)"
)
_WINDOWS_REMOTE: Final = 4


def warnings(folder: Path) -> tuple[str, ...]:
    """Return what the person should know about the place of their record, a sentence or two each.

    Parameters
    ----------
    folder : Path
        The person's folder; it exists.

    Returns
    -------
    tuple of str
        Empty if all is well.
    """
    found = []
    if service := synchronised(folder):
        found.append(
            f"{folder} looks like a folder that {service} synchronises. A synchronising service may damage a "
            f"record in use, and what you type goes to its servers. Keep the record elsewhere (--home), "
            f"and put only finished, encrypted copies there ('good-on-paper backup --to FILE --encrypt')."
        )
    if kind := network_drive(folder):
        found.append(
            f"{folder} lies on a network or shared drive ({kind}). A slower, safer way of saving is used; "
            f"open the record from one computer at a time, or keep it on this computer’s own disk."
        )
    if not writable(folder):
        found.append(f"{folder} is read-only: nothing can be saved there. Allow writing, or choose another.")
    elif (left := shutil.disk_usage(folder).free) < SCARCE:
        found.append(
            f"The disk that holds {folder} is nearly full ({left / 1e6:.0f} MB left). Make room soon."
        )
    if os.name == "posix" and (opened := _open_to_others(folder)):
        found.append(opened)
    return tuple(found)


def _open_to_others(folder: Path) -> str | None:
    """Return which part of a folder others can open; the person may change its permissions, we never do."""
    place = folder.stat()
    record = folder / RECORD_FILE
    if record.is_file() and stat.S_IMODE(record.stat().st_mode) & 0o077:
        return (
            f"{record} can be read by other users of this computer, and its drive does not let that be "
            f"changed. Keep the record on a disk of your own."
        )
    mode = stat.S_IMODE(place.st_mode)
    if not mode & 0o077:
        return None
    who = "all other users of this computer" if mode & 0o007 else f"the group {_group(place.st_gid)}"
    what = "put files into it and take files away" if mode & 0o022 else "see which files are in it"
    return (
        f"{folder} is open to {who}: they can {what}. What the record says is for you alone. To close the "
        f'folder, too:  chmod 700 "{folder}"'
    )


def _group(number: int) -> str:
    import grp  # noqa: PLC0415 - POSIX alone

    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return str(number)


def synchronised(folder: Path) -> str | None:
    """Return the name of the service that seems to synchronise a folder, or None.

    We recognise it by the names of the folders above, the files that such services leave, and their
    variables.
    """
    above = (folder, *folder.parents)
    roots = {Path(root) for name in _VARIABLES if (root := os.environ.get(name))}
    return next(
        chain(
            (service for part in above for sign, service in _SERVICES if sign.fullmatch(part.name)),
            ("OneDrive" for part in above if part in roots),
            (service for part in above for marker, service in _MARKERS.items() if (part / marker).exists()),
            ("iCloud Drive" for part in above if sys.platform == "darwin" and part in _in_icloud()),
        ),
        None,
    )


def _in_icloud() -> list[Path]:
    """Return the folders of this user that macOS can keep in iCloud."""
    cloud = Path.home() / "Library/Mobile Documents/com~apple~CloudDocs"
    return [Path.home() / name for name in ("Desktop", "Documents") if (cloud / name).exists()]


def network_drive(folder: Path) -> str | None:
    """Return the kind of network or shared drive that a folder is on; None for a local disk.

    Linux shows it in its table of mounts, macOS in ``mount``, Windows in the drive's type.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows alone

        root = folder.anchor
        remote = root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _WINDOWS_REMOTE
        return "a network drive" if remote else None
    above = {str(part) for part in (folder, *folder.parents)}
    nearest = max(
        ((point, kind) for point, kind in _mounts() if point in above),
        key=lambda found: len(found[0]),
        default=("", ""),
    )[1]
    return nearest if _REMOTE.fullmatch(nearest) else None


def _mounts() -> list[tuple[str, str]]:
    """Return where each file system is mounted, and its kind, in order of mounting."""
    if sys.platform == "darwin":
        listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        found = re.findall(r"^.* on (/.*) \((\w+),", listed, re.MULTILINE)
        return [(point, kind) for point, kind in found]
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    found = [re.fullmatch(r"\S+ (\S+) (\S+) .*", line) for line in lines]
    return [(re.sub(r"\\(\d{3})", _character, each[1]), each[2]) for each in found if each]


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 8))


def writable(folder: Path) -> bool:
    """Return whether files can be made in a folder."""
    if sys.platform != "win32" and os.statvfs(folder).f_flag & os.ST_RDONLY:
        return False
    return os.access(folder, os.W_OK)
