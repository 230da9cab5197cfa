#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and tests the committed tree on a Debian of its own, in a chroot that begins with nothing but apt:
#   packaging/debian.sh 12|13 [FOLDER] [--prepare | -- COMMAND…]
# FOLDER (default /var/tmp/tunebench-debian12 or -debian13) is made when it does not exist and used again when it does.
# COMMAND is run in the checkout, by default packaging/test.sh. --prepare stops once everything is installed.
# Needs root (or sudo), mmdebstrap or debootstrap, and takes the package mirror that this machine uses itself.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
release=${1:-}
case $release in
    12) codename=bookworm ;;
    13) codename=trixie ;;
    *) echo "debian.sh: name the release, 12 or 13; see the first lines of this file" >&2 && exit 2 ;;
esac
shift
folder=/var/tmp/tunebench-debian$release
prepare_only=no
command=(packaging/test.sh)
if [[ $# -gt 0 && $1 != -* ]]; then
    folder=$1
    shift
fi
case ${1:-} in
    --prepare) prepare_only=yes ;;
    --) shift && command=("$@") ;;
    "") ;;
    *) echo "debian.sh: unknown argument $1; see the first lines of this file" >&2 && exit 2 ;;
esac
if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || { echo "debian.sh: run this as root: a chroot needs it" >&2 && exit 1; }
    [[ $prepare_only == yes ]] && exec sudo "$0" "$release" "$folder" --prepare
    exec sudo "$0" "$release" "$folder" -- "${command[@]}"
fi

# The mirror that apt of this machine takes its Debian packages from.
find_mirror() {
    local mirror
    # shellcheck disable=SC2016  # apt-get expands it
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
    echo "${mirror:-http://deb.debian.org/debian}"
}

make_chroot() {
    local mirror settings
    mirror=$(find_mirror)
    settings=$(mktemp)
    apt-config dump Acquire | grep -E '^Acquire::(http|https|Check)[^ ]* "[^"]' >"$settings" || true
    if command -v mmdebstrap >/dev/null; then
        mmdebstrap --mode=root --variant=apt --include=ca-certificates \
            --keyring=/usr/share/keyrings/debian-archive-keyring.gpg --aptopt="$settings" "$codename" "$folder" "$mirror"
    elif command -v debootstrap >/dev/null; then
        debootstrap --variant=minbase --include=ca-certificates \
            --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "$codename" "$folder" "$mirror"
        cp "$settings" "$folder/etc/apt/apt.conf.d/99host"
    else
        echo "debian.sh: neither mmdebstrap nor debootstrap is installed; apt-get install mmdebstrap" >&2
        exit 1
    fi
    rm -f "$settings"
}

mounted=()
# shellcheck disable=SC2317  # the trap calls it
unmount_all() {
    local i
    for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do
        umount "${mounted[i]}" || umount --lazy "${mounted[i]}"
    done
}
mount_one() {
    mount "${@:1:$#-1}" "$folder/${*: -1}"
    mounted+=("$folder/${*: -1}")
}

# The build folder stays, and unchanged files keep their times (changed ones get this moment, not the commit's): what
# ccache and ninja have can be used again.
copy_checkout() {
    local inside=$folder/src/tunebench new=$folder/src/new
    rm -rf "$new"
    mkdir -p "$inside" "$new"
    git -C "$root" -c safe.directory="$root" archive HEAD | tar -x --touch -C "$new"
    # shellcheck disable=SC2016  # the inner bash expands them
    (cd "$new" && find . -type f -exec bash -c \
        'for file in "${@:2}"; do ! cmp -s "$file" "$1/$file" || touch -r "$1/$file" "$file"; done' bash "$inside" {} +)
    find "$inside" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    find "$new" -mindepth 1 -maxdepth 1 -exec mv -t "$inside" {} +
    rmdir "$new"
    if [[ -d $root/../shared ]]; then
        rm -rf "$folder/src/shared"
        cp -a "$root/../shared" "$folder/src/shared"
    fi
}

if [[ ! -x $folder/usr/bin/apt-get ]]; then
    make_chroot
fi
grep -q "$codename" "$folder/etc/os-release" || { echo "debian.sh: $folder is not a Debian $release root" >&2 && exit 1; }
cp /etc/resolv.conf /etc/hosts "$folder/etc/"

trap unmount_all EXIT
mkdir -p "$folder/dev/shm"
mount_one -t proc proc proc
mount_one --bind /dev dev
mount_one -t tmpfs tmpfs dev/shm
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 chroot "$folder" "$@"; }

if [[ $prepare_only == yes ]]; then
    mkdir -p "$folder/src/packaging"
    cp "$root"/packaging/{dependencies,prepare.sh} "$folder/src/packaging/"
    inside bash -c 'source /src/packaging/prepare.sh && install_dependencies thorough'
    echo "debian.sh: $folder is ready"
    exit 0
fi

copy_checkout
SECONDS=0
status=0
inside bash -c 'cd /src/tunebench && exec "$@"' bash "${command[@]}" || status=$?
echo "debian.sh: ${command[*]} ended with $status after $((SECONDS / 60)) min $((SECONDS % 60)) s"
exit "$status"
