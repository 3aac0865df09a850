#!/usr/bin/env bash
# The hooks of this repository, installed and run by Debian's pre-commit in a scratch repository, as docs/pre-commit.md
# says. planc is installed for them; where it is to be built, `./dev` is a stand-in and all else is real.
# pre_commit.sh PLANC SOURCE_DIR
set -euo pipefail
planc=$(realpath "$1")
source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Nothing of the machine's own settings, nor of a hook that runs this test.
while read -r name; do unset "$name"; done < <(compgen -e | grep '^GIT_\|^PRE_COMMIT\|^SKIP$' || true)
export HOME=$work/home XDG_CACHE_HOME=$work/cache PRE_COMMIT_HOME=$work/pre-commit PRE_COMMIT_COLOR=never LC_ALL=C.UTF-8
mkdir "$HOME" "$work/bin" "$work/old"
git config --global user.name Ana
git config --global user.email ana@example.com
git config --global init.defaultBranch main
git config --global --add safe.directory '*'
failures=0

fail() {
  echo "FAILED: $*"
  sed 's/^/    /' "$work/output" | head -n 60
  failures=$((failures + 1))
}

# expect CODE TEXT COMMAND…: the exit code, and a text somewhere in what is printed; the code `!0` is any but 0. Without a
# terminal, so that all that is said can be read.
expect() {
  local code=$1 text=$2 got=0
  shift 2
  timeout 120 setsid -w "$@" >"$work/output" 2>&1 </dev/null || got=$?
  if [ "$code" = '!0' ]; then [ "$got" != 0 ] && code=$got; fi
  [ "$got" = "$code" ] || fail "$* gave the exit code $got, not $code"
  [ -z "$text" ] || grep -qF -- "$text" "$work/output" || fail "$* does not say: $text"
}
says() { grep -qF -- "$1" "$work/output" || fail "it does not say: $1"; }
says_not() { ! grep -qF -- "$1" "$work/output" || fail "it says: $1"; }
refused() { expect '!0' "$1" git commit -m change; }
committed() { expect 0 "$1" git commit -m change; }

# block LANGUAGE NAME: that block of the documentation.
block() { awk -v fence="\`\`\`$1 $2" '$0 == fence { inside = 1; next } /^```/ { inside = 0 } inside' "$source/docs/pre-commit.md"; }

version=$("$planc" --version)
version=${version#planc }
ln -s "$planc" "$work/bin/planc"
printf '#!/bin/sh\necho planc 0.0.1\n' >"$work/old/planc"
chmod +x "$work/old/planc"

# This repository as it lies here, at its tag.
mkdir "$work/planc"
(cd "$source" && git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
  [ ! -f "$file" ] || printf '%s\0' "$file"
done | tar --create --null --files-from=- | tar --extract --directory="$work/planc")
cd "$work/planc"
git init -q && git add --all && git commit -qm "planc $version" && git tag "v$version"

system_path=$PATH
export PATH=$work/bin:$system_path

mkdir "$work/shop" && cd "$work/shop"
git init -q
block yaml .pre-commit-config.yaml | sed "s|https://example.com/planc|$work/planc|" >.pre-commit-config.yaml
block yaml .planc.yaml >.planc.yaml
grep -qF "rev: v$version" .pre-commit-config.yaml || { echo "FAILED: docs/pre-commit.md names another version"; exit 1; }
grep -qF "rev: v$version" "$source/README.md" || { echo "FAILED: README.md names another version"; exit 1; }
expect 0 'installed at' pre-commit install

# plan_of ID [TITLE]: a clean plan. With the title TBD something is found in it that planc cannot mend.
plan_of() { printf 'planc: 1\nplan: {id: %s, title: %s}\n' "$1" "${2-Shop}"; }
found='[placeholder-text]'
# One that can be mended, and then has nothing left.
mendable() { printf 'planc: 1\nplan: {id: %s, titel: Shop}\n' "$1"; }

# No plans at all.
echo hello >README.md
git add .
committed 'check release plans'
expect 0 'no files to check' pre-commit run
expect 0 'Passed' pre-commit run planc-docs --all-files
"$work/planc/planc-hook" docs || fail "no plans are no documents"

# A broken plan is refused, with the finding; mended, it is committed. Its documents are missing; the command that is
# shown makes them.
export SKIP=planc-docs
plan_of shop TBD >shop.plan.yaml
git add .
refused "$found"
says 'shop.plan.yaml:2:'
plan_of shop >shop.plan.yaml
git add .
committed 'Passed'
unset SKIP
renew() { # carries out the commands that are shown
  grep '^  ' "$work/output" >"$work/commands" || fail "no command is shown"
  expect 0 '' sh -e "$work/commands"
}
plan_of shop 'Shop 2' >shop.plan.yaml
git add .
refused 'missing   docs/release/shop/plan.md of shop.plan.yaml'
says '  planc build -- shop.plan.yaml'
renew
git add .
committed 'Passed'

# Documents that are older than their plan, edited by hand without it, deleted, or wanted no longer.
plan_of shop 'Shop 3' >shop.plan.yaml
git add .
refused 'differs   docs/release/shop/plan.md of shop.plan.yaml'
renew
refused 'differs   docs/release/shop/plan.md' # what is renewed, but not added, is not in the commit
git add .
committed 'Passed'
echo 'by hand' >>docs/release/shop/plan.md
git add .
refused 'differs   docs/release/shop/plan.md'
says_not 'gantt.svg'
renew
git rm -q --cached docs/release/shop/gantt.svg && rm docs/release/shop/gantt.svg
expect '!0' 'missing   docs/release/shop/gantt.svg' pre-commit run --all-files
renew
echo old >docs/release/shop/plan.html
git add .
refused 'unwanted  docs/release/shop/plan.html of shop.plan.yaml'
renew
[ ! -e docs/release/shop/plan.html ] || fail "what is not wanted is still there"
git add --all
expect 0 'Passed' pre-commit run --all-files
[ -z "$(git status --porcelain)" ] || fail "something was left: $(git status --porcelain)"

# A commit that has nothing to do with plans and documents is not looked at.
echo 'int main() {}' >main.c
git add .
committed '(no files to check)'
[ "$(grep -c '(no files to check)' "$work/output")" = 3 ] || fail "a hook looks at what is none of its business"

# Nor is a plan that git does not know.
plan_of new >new.plan.yaml
expect 0 'Passed' pre-commit run planc-docs --all-files
rm new.plan.yaml

# Several plans at once, names with spaces, in Chinese, and like an option; their documents by the command as shown.
mkdir -p '发布 计划' deep/er
plan_of autumn >'发布 计划/秋季 发布.plan.yaml'
plan_of quote >"deep/er/it's \$HOME.plan.yml"
plan_of dash >-v.plan.yaml
git add .
refused 'of 发布 计划/秋季 发布.plan.yaml'
renew
git add .
committed 'Passed'
for name in '发布 计划/秋季 发布.plan.yaml' "deep/er/it's \$HOME.plan.yml" -v.plan.yaml; do plan_of x TBD >"./$name"; done
git add .
refused '3 warnings in 3 files'
says '秋季 发布.plan.yaml:2:'
says "it's \$HOME.plan.yml:2:"
says 'v.plan.yaml:2:'
git reset -q --hard

# What counts is what is staged.
export SKIP=planc-docs
plan_of shop TBD >shop.plan.yaml
git add shop.plan.yaml
plan_of shop 'Shop 4' >shop.plan.yaml
refused "$found"
[ "$(cat shop.plan.yaml)" = "$(plan_of shop 'Shop 4')" ] || fail "the work tree was changed"
git add shop.plan.yaml
plan_of shop TBD >shop.plan.yaml
committed 'Passed'
says_not "$found"
git reset -q --hard

# planc-fix shows what it mends and fails as pre-commit does; what is left is told once, by planc-check.
mendable shop >shop.plan.yaml
printf 'phases: [{id: build, title: Build, duration: 1d}]\n' >>shop.plan.yaml
git add .
refused 'files were modified by this hook'
says '+plan: {id: shop, title: Shop}'
says_not 'unknown-key'
[ "$(grep -c 'missing-owner' "$work/output")" = 1 ] || fail "what is left is not told once"
mendable shop >shop.plan.yaml
git add .
refused '+plan: {id: shop, title: Shop}'
git add .
committed 'Passed'

# A plan that is deleted, alone and with a change of another; one that is gone but not from git.
git rm -q ./-v.plan.yaml && git rm -qr docs/release/dash
committed 'no files to check'
unset SKIP
git rm -q '发布 计划/秋季 发布.plan.yaml' && git rm -qr docs/release/autumn
plan_of shop 'Shop 5' >shop.plan.yaml
git add .
refused 'differs   docs/release/shop/plan.md of shop.plan.yaml'
says_not 'autumn'
renew
git add .
committed 'Passed'
rm deep/er/*.plan.yml
expect '!0' 'there is no such file' pre-commit run planc-docs --all-files
expect 0 '' pre-commit run planc-check --all-files
git checkout -q .

# Links: one to a plan, one to a plan outside that is broken, one that leads nowhere.
export SKIP=planc-docs
plan_of outside TBD >"$work/outside.plan.yaml"
ln -s shop.plan.yaml link.plan.yaml
git add .
committed 'Passed'
ln -sf "$work/outside.plan.yaml" link.plan.yaml
git add .
refused "$found"
ln -sf nowhere.plan.yaml link.plan.yaml
git add .
refused 'link.plan.yaml: it is a link that leads nowhere'
git reset -q --hard && git rm -q link.plan.yaml
unset SKIP

# What the user says with `args`, and the recipe for files that plans share.
planc_check() { # planc_check LINE…: that hook alone, with these lines
  printf 'repos:\n  - repo: %s\n    rev: v%s\n    hooks:\n      - id: planc-check\n' "$work/planc" "$version"
  printf '        %s\n' "$@"
}
planc_check 'args: [--fail-on, error]' >.pre-commit-config.yaml
plan_of shop TBD >shop.plan.yaml
git add .
committed 'Passed'
planc_check 'args: [--format, concise]' >.pre-commit-config.yaml
git add .
expect '!0' 'shop.plan.yaml:2:25: warning: ' pre-commit run --all-files
planc_check 'args: [--baseline, known.yaml]' 'always_run: true' >.pre-commit-config.yaml
planc check --write-baseline known.yaml shop.plan.yaml >/dev/null 2>&1
git add .
committed 'Passed'
echo more >>README.md
git add .
committed 'Passed' # the hook runs with no file
planc_check "files: '\\.ya?ml\$'" 'pass_filenames: false' 'args: [.]' >.pre-commit-config.yaml
printf 'include: [people.yaml]\nphases: [{id: build, title: Build, duration: 1d, owner: zoe}]\n' >>shop.plan.yaml
printf 'people: {zoe: {name: Zoe, phone: "555-0100"}}\n' >people.yaml
sed -i 's/TBD/Shop/' shop.plan.yaml
git add .
committed 'Passed'
printf 'people: {zoe: {name: Zoe, phone: ""}}\n' >people.yaml
git add people.yaml
refused 'people.yaml:1:'
git reset -q --hard

# By hand, without names; with wrong words.
for words in check 'check --fail-on error --baseline known.yaml' fix 'check gone.plan.yaml'; do
  # shellcheck disable=SC2086 # they are several
  expect 0 '' "$work/planc/planc-hook" $words
  [ ! -s "$work/output" ] || fail "planc-hook $words looks at something"
done
expect 2 'there is no such file' "$work/planc/planc-hook" check shop.plan.yaml gone.plan.yaml
expect 2 'there is no option `--no-such`' "$work/planc/planc-hook" check --no-such shop.plan.yaml
expect 2 'there is no option `--no-such`' "$work/planc/planc-hook" fix --no-such shop.plan.yaml
expect 2 'takes check, fix or docs' "$work/planc/planc-hook" chekc
expect 2 'takes check, fix or docs' "$work/planc/planc-hook"

# Without pre-commit: the hook of the documentation.
block sh pre-commit >.git/hooks/pre-commit
expect 0 '' git commit -qm 'nothing of plans' --allow-empty
plan_of shop TBD >shop.plan.yaml
git add shop.plan.yaml
git show HEAD:shop.plan.yaml >shop.plan.yaml
refused "$found"
git add shop.plan.yaml
plan_of shop TBD >shop.plan.yaml
git rm -q --cached README.md
committed ''
printf 'people: {zoe: {name: Zoe, phone: ""}}\n' >people.yaml
git add people.yaml
git show HEAD:people.yaml >people.yaml
refused 'people.yaml:1:'

# The building path. `dev` is a stand-in that puts the program in place as `./dev build` does; the hook, its lock and
# pre-commit are real. What is installed is of another version.
export PATH=$work/old:$system_path
clone=$work/clone
mkdir "$clone" "$work/here" && cd "$work/here"
cp "$work/planc/planc-hook" "$work/planc/CMakeLists.txt" "$clone"
plan_of shop TBD >shop.plan.yaml
mkfifo "$work/begun" "$work/go" "$work/said"
exec 3<>"$work/begun" 4<>"$work/go" 5<>"$work/said" # both ways, so that no one waits for another to open it
# told FD TEXT: waits until that is said there.
told() {
  local line
  while read -r -t 60 line <&"$1"; do [[ $line != *"$2"* ]] || return 0; done
  echo "FAILED: nobody says: $2"
  kill -KILL -- "-$hook" 2>/dev/null || true
  exit 1
}
stand_in() { # stand_in LINE…: what it does before the program is there
  printf '%s\n' '#!/bin/sh' "echo \"\$@\" >>$work/builds" 'cd "$(dirname "$0")"' 'mkdir -p build/release/compiler' "$@" \
    "ln -sf $planc build/release/compiler/planc" >"$clone/dev"
  chmod +x "$clone/dev"
}
builds() { wc -l <"$work/builds"; }

# A build that fails says so, with all it said, and is tried again.
stand_in 'echo "no space left for ld"' 'exit 1'
expect 2 'no space left for ld' "$clone/planc-hook" check shop.plan.yaml
says "install planc $version"
says 'takes minutes'
expect 2 'no space left for ld' "$clone/planc-hook" check shop.plan.yaml
[ "$(cat "$work/builds")" = $'build\nbuild' ] || fail "dev was asked for: $(cat "$work/builds")"

# One that is killed half way leaves nothing that is taken for the program.
stand_in 'printf "#!/bin/sh\nexit 0\n" >build/release/compiler/planc' 'chmod +x build/release/compiler/planc' \
  "echo begun >$work/begun" "read -r line <$work/go"
setsid "$clone/planc-hook" check shop.plan.yaml >"$work/output" 2>&1 &
hook=$!
told 3 begun
{ kill -KILL -- "-$hook" && wait "$hook"; } 2>/dev/null || true
[ ! -e "$clone/build/planc" ] || fail "half a program counts"

# Two at once: the second waits for the first and builds nothing itself.
rm "$work/builds"
stand_in "echo begun >$work/begun" "read -r line <$work/go"
setsid "$clone/planc-hook" check shop.plan.yaml >"$work/first" 2>&1 &
hook=$!
told 3 begun
setsid "$clone/planc-hook" check shop.plan.yaml >"$work/second" 2>"$work/said" &
second=$!
told 5 'waiting for it'
echo go >&4
for hook in "$hook" "$second"; do
  code=0
  wait "$hook" || code=$?
  [ "$code" = 1 ] || { echo "FAILED: of two at once one gave the exit code $code"; failures=$((failures + 1)); }
done
grep -qF "$found" "$work/first" && grep -qF "$found" "$work/second" || fail "of two at once one did not check"
[ "$(builds)" = 1 ] || fail "two at once built $(builds) times"
expect 1 "$found" "$clone/planc-hook" check shop.plan.yaml
[ "$(builds)" = 1 ] || fail "what was built is built again"

# Where packages are missing and nobody may install them, they are named. `dev` is real here, what it asks is not.
rm -r "$clone/build"
cp "$work/planc/dev" "$work/planc/dependencies.txt" "$clone"
printf '#!/bin/sh\necho 1000\n' >"$work/old/id"
printf '#!/bin/sh\nexit 1\n' | tee "$work/old/dpkg-query" "$work/old/sudo" >/dev/null
chmod +x "$work/old/"*
expect 2 'apt-get install g++ cmake' "$clone/planc-hook" check shop.plan.yaml
says "install planc $version"
says_not 'catch2'
rm "$work/old/id" "$work/old/dpkg-query" "$work/old/sudo"

# By pre-commit itself, of a tag at which `dev` is the stand-in: built in its clone at the first run alone.
rm "$work/builds"
stand_in ''
cp "$clone/dev" "$work/planc/dev"
git -C "$work/planc" commit -qam 'a stand-in for dev' && git -C "$work/planc" tag stand-in
printf 'repos:\n  - repo: %s\n    rev: stand-in\n    hooks: [{id: planc-check}, {id: planc-docs, args: [--out, docs]}]\n' "$work/planc" >.pre-commit-config.yaml
git init -q && git add .
expect '!0' "$found" pre-commit run
renewed_by=$(sed -n 's/^planc is \(.*\) here$/\1/p' "$work/output")
[ -x "$renewed_by" ] || fail "it does not say which planc it is that renews"
expect '!0' "$found" pre-commit run
[ "$(builds)" = 1 ] || fail "pre-commit's clone was built $(builds) times"

[ "$failures" = 0 ] || exit 1
echo "the hooks do as docs/pre-commit.md says"
