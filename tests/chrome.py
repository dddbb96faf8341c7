"""Finds a Chrome or Chromium; run as a script it installs one where that is allowed (Debian, root)."""

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BUNDLES = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
FOLDERS = ("/Applications", "~/Applications")
# Where Debian's fonts-noto-cjk puts its files; without it pictures of Chinese pages show boxes.
FONTS = Path("/usr/share/fonts/opentype/noto")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW = "install Chrome or Chromium (Debian: apt-get install chromium fonts-noto-cjk), then run the tests again"


def find_chrome() -> str | None:
    """The path of a browser that Playwright can drive."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    for folder in FOLDERS:
        for bundle in BUNDLES:
            path = Path(folder, bundle).expanduser()
            if path.exists():
                return str(path)
    return None


def install_missing() -> None:
    """On Debian, as root: a browser and a Chinese font. Elsewhere nothing; the tests say what they miss."""
    if os.geteuid() != 0 or not Path("/etc/debian_version").exists() or not shutil.which("apt-get"):
        return
    missing = [] if find_chrome() else ["chromium"]
    if not any(FONTS.glob("NotoSansCJK*")):
        missing.append("fonts-noto-cjk")
    if not missing:
        return
    print(f"Installing {' and '.join(missing)} for the browser tests ...", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        done = subprocess.run(["apt-get", "-qq", *step], env=quiet, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"apt-get could not do it: {done.stderr.strip().splitlines()[-1:]}", flush=True)
            return


if __name__ == "__main__":
    install_missing()
