#!/bin/sh
# Builds frise for Windows and tries it under wine, on Debian and as root, in a folder of its own:
#
#     tests/windows/run.sh FOLDER
#
# The first run makes the folder (Debian's unstable release, 4 GB) and takes 20 minutes; later ones build and try only. Not
# part of .ci/run. What it shows lies in FOLDER/shown afterwards.
set -eu

root=$(realpath -m "${1:?usage: tests/windows/run.sh FOLDER}")
frise=$(realpath "$(dirname "$0")/../..")
target=x86_64-pc-windows-gnu
cargo_home=${CARGO_HOME:-$HOME/.cargo}

inside() {
    chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=xterm-256color \
        DEBIAN_FRONTEND=noninteractive WINEDEBUG=-all XDG_RUNTIME_DIR=/run/user RUSTC_WRAPPER= "$@"
}

# The mirror this system uses itself.
mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        sed -nE 's/^(URIs: *|deb +(\[[^]]*\] +)?)(https?:[^ ]*\/debian)\/?( .*)?$/\3/p' | head -n 1
}

make_folder() {
    command -v debootstrap >/dev/null || apt-get install --yes debootstrap
    debootstrap --variant=minbase --include=ca-certificates sid "$root" "$(mirror)"
}

install_packages() {
    inside apt-get -o Acquire::Check-Valid-Until=false update
    # There is no ready-made standard library for Windows among the packages: it is built from its source.
    inside apt-get install --yes --no-install-recommends rustc cargo rust-src gcc libc6-dev \
        gcc-mingw-w64-x86-64-win32 wine wine64 python3-pyte
}

mount_into() {
    mountpoint -q "$root/$2" || mount --bind "$1" "$root/$2"
}

unmount_all() {
    for path in proc dev/pts dev frise; do
        umount --lazy "$root/$path" 2>/dev/null || true
    done
}

[ -x "$root/usr/bin/apt-get" ] || make_folder
mkdir -p "$root/frise" "$root/root/.cargo" "$root/run/user" "$root/shown"
trap unmount_all EXIT
mount_into /proc proc
mount_into /dev dev
mount_into /dev/pts dev/pts
mount_into "$frise" frise
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
for settings in config config.toml; do
    [ ! -f "$cargo_home/$settings" ] || cp "$cargo_home/$settings" "$root/root/.cargo/"
done
[ -x "$root/usr/bin/wine" ] && [ -x "$root/usr/bin/cargo" ] || install_packages

inside sh -c "cd /frise && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=/build CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo build --locked --release --jobs 2 --bin frise --target $target -Z build-std=std,panic_abort"
inside python3 /frise/tests/windows/try.py /build/$target/release/frise.exe /shown
