#!/usr/bin/env bash
# Hostile and broken input for the real program: a clear answer, in bounded time and memory, and nothing written.
# bad_input.sh PLANC
set -euo pipefail
planc=$(realpath "$1")
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
failures=0

# Sanitizers reserve terabytes of addresses, so memory is bounded for the ordinary program alone.
limit_memory() { grep -q __asan_init "$planc" || ulimit -v 1500000; }

# expect CODE TEXT COMMAND…: the exit code, and a text somewhere in what is printed.
expect() {
  local code=$1 text=$2 got=0
  shift 2
  (limit_memory; timeout 60 "$@") >output 2>&1 </dev/null || got=$?
  if [ "$got" != "$code" ] || ! grep -qF -- "$text" output; then
    echo "FAILED: $*"
    echo "  expected exit code $code and: $text"
    echo "  got exit code $got and:"
    head -c 2000 output | sed 's/^/    /'
    failures=$((failures + 1))
  fi
}

plan=$'planc: 1\nplan: {id: demo, title: Demo}\n'
repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }

# Files that are no plans.
: >empty.plan.yaml
expect 1 'empty' "$planc" check empty.plan.yaml
printf '# nothing\n\n' >comments.plan.yaml
expect 1 'nothing but comments' "$planc" check comments.plan.yaml
printf 'just a sentence\n' >sentence.plan.yaml
expect 1 'wrong-type' "$planc" check sentence.plan.yaml
printf '{"planc": [1,}' >broken.plan.yaml
expect 1 'bad-syntax' "$planc" check broken.plan.yaml
printf 'planc: 1\nplan: {id: demo, title: \xc4\xe3\xba\xc3}\n' >gbk.plan.yaml
expect 1 'UTF-8' "$planc" check gbk.plan.yaml
printf '\xff\xfep\0l\0a\0n\0' >utf16.plan.yaml
expect 1 'UTF-16' "$planc" check utf16.plan.yaml
head -c 100000 "$planc" >binary.plan.yaml
expect 1 'bad-syntax' "$planc" check binary.plan.yaml

# Files that are too much.
{ printf '%splan_notes: "' "$plan"; repeat x 104857600; printf '"\n'; } >huge.plan.yaml
expect 2 'MiB' "$planc" check huge.plan.yaml
rm huge.plan.yaml
{ printf '%sx: "' "$plan"; repeat x 20000000; printf '"\n'; } >long.plan.yaml
expect 1 'longer than 4 MiB' "$planc" check long.plan.yaml
rm long.plan.yaml
{ printf 'a: '; repeat '[' 100000; } >deep-flow.plan.yaml
expect 1 'nested' "$planc" check deep-flow.plan.yaml
{ printf 'a: '; repeat '{' 100000; } >deep-map.plan.yaml
expect 1 'nested' "$planc" check deep-map.plan.yaml
{ for ((i = 0; i < 50000; ++i)); do printf -- '- '; done; } >deep-block.plan.yaml
expect 1 'nested' "$planc" check deep-block.plan.yaml
{
  printf 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n'
  for i in $(seq 1 30); do
    p=$((i - 1))
    printf 'a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n' "$i" "$i" $p $p $p $p $p $p $p $p $p
  done
} >bomb.plan.yaml
expect 1 'bad-syntax' "$planc" check bomb.plan.yaml
printf 'a: &a [*a]\n' >self.plan.yaml
expect 1 'bad-syntax' "$planc" check self.plan.yaml
{ printf '%s' "$plan"; for ((i = 0; i < 100000; ++i)); do echo "key_$i: 1"; done; } >keys.plan.yaml
expect 1 '100000 errors' "$planc" check --format concise keys.plan.yaml

# Little that stands for much, and long lines: bounded all the same.
{ printf '%ssummary: &a "' "$plan"; repeat x 1000000; printf '"\ngoals: ['; for ((i = 0; i < 1000; ++i)); do printf '*a, '; done; echo ']'; } >much.plan.yaml
expect 1 'with its aliases written out' "$planc" check much.plan.yaml
{ printf 'x: ['; for ((i = 0; i < 60000; ++i)); do printf '{a: b},'; done; echo ']'; } >one-line.plan.yaml
expect 1 'unknown-key' "$planc" check one-line.plan.yaml
{ printf 'x: ['; repeat , 1000000; echo ']'; } >commas.plan.yaml
expect 1 'the others are not listed' "$planc" check --format concise commas.plan.yaml
{ printf 'planc: 1\nplan:\n  id: demo\n  title: Demo\n  notes: |\n    '; for ((i = 0; i < 50; ++i)); do printf '|a'; done; printf '|\n    '; for ((i = 0; i < 50; ++i)); do printf '|-'; done; echo '|'; for ((i = 0; i < 9000; ++i)); do echo '    a'; done; } >table.plan.yaml
expect 0 'wrote' "$planc" build table.plan.yaml --out table
[ "$(wc -c <table/demo/plan.md)" -lt 1000000 ] || { echo "FAILED: a note of 40 KB made a document of $(wc -c <table/demo/plan.md) bytes"; failures=$((failures + 1)); }
rm -f much.plan.yaml one-line.plan.yaml commas.plan.yaml table.plan.yaml
# More threads than the machine gives: their stacks of 64 MiB fill the room but for some 30 MiB, which is for the work.
mkdir many
for ((i = 0; i < 300; ++i)); do printf '%s' "$plan" >"many/$i.plan.yaml"; done
few_threads() { grep -q __asan_init "$1" || ulimit -s 65536 -v 500000; exec "$@"; }
export -f few_threads
expect 0 'no findings in 300 files' bash -c 'few_threads "$@"' _ "$planc" check -j 256 many
rm -r many

# Things that are no files, or may not be read.
mkdir folder odd.plan.yaml
expect 2 'no plan in folder' "$planc" check folder
expect 2 'there is no such file' "$planc" check missing.plan.yaml
mkfifo pipe.plan.yaml
expect 2 'not a regular file' "$planc" check pipe.plan.yaml
printf '%s' "$plan" >good.plan.yaml
expect 0 'no findings' "$planc" check good.plan.yaml
# The others are checked all the same.
expect 2 'no findings in 1 file' "$planc" check missing.plan.yaml good.plan.yaml
cp good.plan.yaml secret.plan.yaml
chmod 000 secret.plan.yaml
chmod 755 .
as_nobody=()
[ "$(id -u)" != 0 ] || as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
cp "$planc" ./planc-here
cp "$(dirname "$planc")/planc-print.so" .
expect 2 'no permission' "${as_nobody[@]}" ./planc-here check secret.plan.yaml

mkdir -p tree/open tree/closed
cp good.plan.yaml tree/open
chmod 000 tree/closed
expect 2 'no findings in 1 file' "${as_nobody[@]}" ./planc-here check tree
chmod 755 tree/closed
mkdir secret
mkdir linked
ln -s ../secret linked/demo
expect 2 'is a link' "$planc" build good.plan.yaml --out linked
ln -s secret to-secret
expect 0 'wrote' "$planc" init to-secret/mine.plan.yaml # a link that the user names is the user's
rm secret/mine.plan.yaml secret/.planc.schema.json
[ -z "$(ls -A secret)" ] || { echo "FAILED: documents were written through a link"; failures=$((failures + 1)); }
expect 2 'cannot write to standard output' bash -c '"$1" schema >/dev/full' _ "$planc"

# Places that may not be written.
mkdir read-only
chmod 555 read-only
expect 2 'nothing was written' "${as_nobody[@]}" ./planc-here build good.plan.yaml --out read-only/out
[ -z "$(ls -A read-only)" ] || { echo "FAILED: something was written into a read-only folder"; failures=$((failures + 1)); }
: >file
expect 2 'nothing was written' "$planc" build good.plan.yaml --out file/out
mkdir -p taken/demo/data.json
expect 2 'it is a folder' "$planc" build good.plan.yaml --out taken
[ "$(find taken -type f | wc -l)" = 0 ] || { echo "FAILED: a build that failed left files"; failures=$((failures + 1)); }

# Formats: standard output that is closed early or not there, and files that cannot be had.
printf 'planc: 1\nplan: {id: demo, title: TBD}\n' >warned.plan.yaml
{ printf '%s' "$plan"; for ((i = 0; i < 5000; ++i)); do echo "key_$i: 1"; done; } >found.plan.yaml
for form in text concise json sarif github gitlab junit checkstyle rdjson; do
  expect 2 'cannot write to standard output' bash -c '"$1" check warned.plan.yaml --format "$2" >&-' _ "$planc" "$form"
  expect 2 'cannot write to standard output' bash -c '"$1" check warned.plan.yaml --format "$2" >/dev/full' _ "$planc" "$form"
  expect 1 'read and gone' bash -c 'set -o pipefail; "$1" check found.plan.yaml --format "$2" | { read -r; echo "read and gone"; }' _ "$planc" "$form"
  expect 1 'warning' "$planc" check warned.plan.yaml --format "$form=made/$form"
  [ -s "made/$form" ] || { echo "FAILED: --format $form=FILE wrote nothing"; failures=$((failures + 1)); }
done
expect 2 'no file of --format was written' "${as_nobody[@]}" ./planc-here check warned.plan.yaml --format sarif=read-only/a.sarif
expect 2 'is still to be filled in' "${as_nobody[@]}" ./planc-here check warned.plan.yaml --format sarif=read-only/a.sarif
expect 2 'it is a folder' "$planc" check warned.plan.yaml --format sarif=read-only
for place in /dev/null pipe.plan.yaml /dev/stdout; do
  expect 2 'it is not a regular file' bash -c '"$1" check warned.plan.yaml --format sarif="$2" | cat; exit "${PIPESTATUS[0]}"' _ "$planc" "$place"
done
for place in pipe.plan.yaml to-pipe; do
  ln -sf pipe.plan.yaml to-pipe
  expect 2 'it is not a regular file' "$planc" build good.plan.yaml --out made-too --only md --depfile "$place"
done
[ -L to-pipe ] || { echo "FAILED: a depfile took the place of a link"; failures=$((failures + 1)); }
# What is printed goes into a file, which is named again through a link.
ln -sf /proc/self/fd/1 to-output
for way in "check warned.plan.yaml --format json=to-output" "build good.plan.yaml --out made-too --only md --depfile to-output"; do
  expect 2 'what is printed goes there' bash -c '{ echo first; "$1" $2; code=$?; } >printed.txt 2>&1; cat printed.txt; grep -q "^first$" printed.txt || exit 9; exit $code' _ "$planc" "$way"
done
expect 2 'read-only/a: no permission' "${as_nobody[@]}" ./planc-here check warned.plan.yaml --format sarif=read-only/a/b/x.sarif
[ -c /dev/null ] && [ -p pipe.plan.yaml ] || { echo "FAILED: a format took the place of a device"; failures=$((failures + 1)); }
expect 2 'this file is read as well' "$planc" check warned.plan.yaml --format sarif=./warned.plan.yaml
# A checkout without .git: the service names its root.
mkdir -p checkout/below && cp warned.plan.yaml checkout/below/
expect 1 'file=below/warned.plan.yaml,' env GITHUB_WORKSPACE="$PWD/checkout" bash -c 'cd checkout/below && "$1" check --format github' _ "$planc"
expect 1 'file=warned.plan.yaml,' env GITHUB_WORKSPACE="$PWD/many" bash -c 'cd checkout/below && "$1" check --format github' _ "$planc"
expect 2 'did you mean `sarif`' "$planc" check warned.plan.yaml --format sarf=made/x

# A disk that is full in the middle: the old documents stay, and nothing half-written.
"$planc" build good.plan.yaml --out kept --only md,svg,json >/dev/null
before=$(cat kept/demo/* | cksum)
{ printf 'planc: 1\nplan: {id: demo, title: Demo, owner: ana}\npeople: {ana: Ana}\nphases:\n'; for ((i = 0; i < 3000; ++i)); do printf '  - {title: Phase %d, start: 2026-03-02}\n' "$i"; done; } >large.plan.yaml
full() { ulimit -f 100; exec "$@"; }
export -f full
expect 2 'nothing was written' bash -c 'full "$@"' _ "$planc" build large.plan.yaml --out kept --only md,svg,json
[ "$(cat kept/demo/* | cksum)" = "$before" ] || { echo "FAILED: a full disk changed the documents"; failures=$((failures + 1)); }
[ "$(find kept -name '*.??????' -newer large.plan.yaml | wc -l)" = 0 ] || { echo "FAILED: leftovers beside the documents"; failures=$((failures + 1)); }

# The same on a disk of 256 KiB, where the kernel lets this user make one.
mkdir small-disk
cat >on-small-disk <<'SCRIPT'
exec unshare --map-root-user --mount bash -c 'mount -t tmpfs -o size=256k tmpfs small-disk && "$@"' _ "$@"
SCRIPT
cat >fill <<'SCRIPT'
"$1" build good.plan.yaml --out small-disk/out --only md,svg,json >/dev/null
before=$(cksum small-disk/out/demo/*)
code=0
"$1" build large.plan.yaml --out small-disk/out --only md,svg,json || code=$?
[ "$(cksum small-disk/out/demo/*)" != "$before" ] || echo 'the old documents stand, alone'
exit "$code"
SCRIPT
if bash on-small-disk true 2>/dev/null; then
  expect 2 'the disk is full; nothing was written' bash on-small-disk bash fill "$planc"
  expect 2 'the old documents stand, alone' bash on-small-disk bash fill "$planc"
fi

# A first plan without the schema that it names would be half of what was asked for.
expect 2 'cannot write' bash -c 'full "$@"' _ "$planc" init half/shop.plan.yaml
[ -z "$(find half -type f 2>/dev/null)" ] || { echo "FAILED: init wrote the plan without its schema"; failures=$((failures + 1)); }

# Files that vanish between being listed and being read: told, or not seen at all; the others are checked.
for round in 1 2 3; do
  mkdir -p vanishing
  for ((i = 0; i < 1500; ++i)); do printf '%s' "$plan" >"vanishing/$i.plan.yaml"; done
  "$planc" check vanishing >output 2>&1 &
  rm -f vanishing/*7.plan.yaml
  code=0
  wait $! || code=$?
  if ! { [ "$code" = 0 ] || { [ "$code" = 2 ] && grep -q 'no such file' output; }; } || ! grep -q 'no findings in 1[345]..\? files' output; then
    echo "FAILED: files that vanish gave exit code $code:"
    tail -n 3 output
    failures=$((failures + 1))
  fi
done

# Includes that are no files, lie outside, or never end; the plan itself is still checked.
mkdir -p project/plans project/.git outside
printf 'people: {ana: Ana}\n' >outside/people.yaml
mkfifo project/plans/pipe
ln -s ../../outside/people.yaml project/plans/link.yaml
ln -s ../../outside project/plans/folder
ln -s round.yaml project/plans/round.yaml
truncate -s 70M project/plans/huge.yaml
printf 'a: &a [1, 2]\nb: [*a, *a' >project/plans/torn.yaml
include() { printf 'planc: 1\ninclude: [%s]\nplan: {id: demo, title: TBD, start: 2026-03-02}\n' "$1" >project/plans/included.plan.yaml; }
while IFS='|' read -r file message; do
  include "$file"
  expect 1 "$message" "$planc" check project/plans/included.plan.yaml
  expect 1 'TBD' "$planc" check project/plans/included.plan.yaml
done <<'CASES'
../plans|it is a folder
pipe|it is not a regular file
/dev/zero|it is not a path from this file
../../../../../../../../dev/zero|it lies outside
link.yaml|it lies outside the project
folder/people.yaml|it lies outside the project
round.yaml|symbolic links go round in a circle
huge.yaml|it is 70 MiB large
gone.yaml|there is no such file
torn.yaml|it cannot be read to its end
included.plan.yaml|it includes itself
CASES
include "$(seq -s ', ' -f '%g.yaml' 1000)"
expect 1 'there is no such file' "$planc" check project/plans/included.plan.yaml

# Records that cannot be had, and templates that are none.
expect 2 'there is no such file' "$planc" check good.plan.yaml --record gone.yaml
expect 2 'it is a folder' "$planc" check good.plan.yaml --record project
expect 2 'it is not a regular file' "$planc" check good.plan.yaml --record /dev/zero
expect 2 'it is no folder' "$planc" build good.plan.yaml --out t --templates gone
mkdir -p mine
truncate -s 10M mine/plan.md.mustache
expect 2 'a template has at most 1' "$planc" build good.plan.yaml --out t --templates mine
printf '{{> plan}}' >mine/plan.md.mustache
expect 2 'mine/plan.md.mustache:1:1' "$planc" build good.plan.yaml --out t --templates mine
printf '{{plan.titel}}' >mine/plan.md.mustache
expect 2 'did you mean `plan.title`' "$planc" build good.plan.yaml --out t --templates mine
[ ! -e t ] || { echo "FAILED: a wrong template left a folder"; failures=$((failures + 1)); }

# Much of everything new: entries, conditions and sections cost their number.
{
  printf 'planc: 1\nplan: {id: much, title: Much, owner: ana, anchor: t}\npeople: {ana: {name: Ana, phone: "1"}}\nmilestones: [{id: t, title: T}]\nphases:\n'
  for ((i = 0; i < 3000; ++i)); do printf '  - {id: p%d, title: P, start: W%d, duration: 900w}\n' "$i" $((i % 999 + 1)); done
  printf 'checklists:\n'
  for ((i = 0; i < 3000; ++i)); do printf '  - {title: C, gates: [p%d], items: [a, b]}\n' "$i"; done
  printf 'sections:\n'
  for ((i = 0; i < 1000; ++i)); do printf '  - {title: S, body: text}\n'; done
  printf 'record:\n  entries:\n'
  for ((i = 0; i < 20000; ++i)); do printf '    - {of: checklist.%d.1, by: "who %d", result: done}\n' $((i % 3000 + 1)) "$i"; done
} >much.plan.yaml
expect 0 'wrote' timeout 60 "$planc" build --draft --fail-on never much.plan.yaml --out much --only md,svg,json
[ "$(du -sm much | cut -f1)" -lt 40 ] || { echo "FAILED: documents of $(du -sm much | cut -f1) MiB"; failures=$((failures + 1)); }

# Documents to compare with that cannot be read, or are more than planc reads; nothing is written.
printf '%s' "$plan" >compared.plan.yaml
mkdir -p compared/demo/plan.md
truncate -s 100M compared/demo/data.json
expect 2 'compared/demo/plan.md: it is a folder' "$planc" build --check compared.plan.yaml --out compared --only md,json
expect 2 'compared/demo/data.json: it is 100 MiB large' "$planc" build --check compared.plan.yaml --out compared --only json
expect 2 'is a link that leads nowhere' sh -c 'ln -s nowhere dangling.plan.yaml; "$0" check dangling.plan.yaml' "$planc"

# A plan with errors is refused, whole.
printf 'planc: 1\nplan: {id: demo, title: Demo, start: 2026-13-01}\n' >wrong.plan.yaml
expect 1 '--draft' "$planc" build wrong.plan.yaml --out refused
[ ! -e refused ] || { echo "FAILED: a refused plan left a folder"; failures=$((failures + 1)); }

[ "$failures" = 0 ] || exit 1
echo "all of it was answered"
