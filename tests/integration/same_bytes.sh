#!/usr/bin/env bash
# Every document of every example in every format, and the depfile, have the same bytes on every run: with any number of
# threads, in any language and time zone, and from any folder.
# same_bytes.sh PLANC PROJECT
set -euo pipefail
planc=$(realpath "$1") project=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

plans=()
for plan in "$project"/examples/*.plan.yaml; do
  case $plan in *-as-written.plan.yaml) ;; *) plans+=("$plan") ;; esac
done

# build FOLDER JOBS ENVIRONMENT…: in that folder; the output always lies in the same place, as the depfile names it.
build() {
  local folder=$1 jobs=$2
  shift 2
  (cd "$folder" && env "$@" "$planc" build "${plans[@]}" --draft --fail-on never --jobs "$jobs" --out "$work/out" \
    --depfile "$work/out/depfile" >"$work/said" 2>&1) || { cat "$work/said"; exit 1; }
}

build "$project" 1 LC_ALL=C TZ=UTC
mv "$work/out" "$work/first"
files=$(find "$work/first" -type f | wc -l)
[ "$files" -ge $((${#plans[@]} * 20)) ] || { echo "FAILED: there are just $files files"; exit 1; }

failures=0
while read -r folder jobs language zone; do
  build "$folder" "$jobs" "LC_ALL=$language" "TZ=$zone"
  diff -rq "$work/first" "$work/out" || { echo "FAILED: other bytes with -j $jobs, $language, $zone, in $folder"; failures=1; }
  rm -r "$work/out"
done <<CASES
$work 2 zh_CN.UTF-8 Asia/Shanghai
/ 8 ja_JP.UTF-8 America/New_York
CASES
exit "$failures"
