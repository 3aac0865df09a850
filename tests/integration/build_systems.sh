#!/usr/bin/env bash
# Ninja, Make and CMake build the documents of plans with examples/build-systems as it stands, and again just those of
# which something has changed.
# build_systems.sh PLANC PROJECT PACKAGE
set -euo pipefail
PLANC=$(realpath "$1") project=$(realpath "$2") package=$(realpath "$3")
export PLANC LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
example="$work/发布 plans"
failures=0

fail() {
  echo "FAILED: $*"
  sed 's/^/    /' "$work/output" | head -n 40
  failures=$((failures + 1))
}

# A file that was changed is newer than all that was built, however coarse the clock of the disk is.
newer() {
  : >"$work/now"
  until [ "$1" -nt "$work/now" ]; do touch "$1"; done
}
change() {
  sed -i "$2" "$1"
  newer "$1"
}

# expect WHAT PLAN…: the build ends well and builds the documents of these plans and of no others.
expect() {
  local what=$1
  shift
  "${build[@]}" >"$work/output" 2>&1 || fail "$what: the build failed"
  rebuilt | LC_ALL=C sort >"$work/built"
  printf '%s\n' "$@" | sed '/^$/d' | LC_ALL=C sort >"$work/expected"
  diff "$work/expected" "$work/built" >"$work/difference" || { cat "$work/difference"; fail "$what: other plans were built than should be"; }
}
# expect_failure WHAT TEXT: the build fails and says that.
expect_failure() {
  if "${build[@]}" >"$work/output" 2>&1; then fail "$1: the build did not fail"; fi
  grep -qF -- "$2" "$work/output" || fail "$1: nothing was said of: $2"
}
plans() { find plans -name '*.plan.yaml'; }

# plan ID NUMBER…: a small plan without mistakes of its own file, changed by sed's SCRIPT.
small=$(sed 's/date: 2026-06-11/date: 2026-06-12/' "$project/examples/small.plan.yaml")
plan() { sed "s/tide-tables-2.0/$1/; ${2:-}" <<<"$small"; }
people='/^people:/,/^roles:/{/^roles:/!d}' # what shared/people.yaml says instead

mkdir "$example"
cd "$project/examples/build-systems"
cp -r .planc.yaml CMakeLists.txt Makefile configure.sh plans shared "$example"
cd "$example"
build=(ninja)
rebuilt() { sed -n 's/^\[[0-9/]*\] documents of //p' "$work/output"; }
sh configure.sh
expect 'the example' plans/tide-tables.plan.yaml 'plans/潮汐 表.plan.yaml'
rm -r plans shared out
mkdir -p plans/team/templates shared

# 200 plans: 1 to 10 include a file, 11 to 20 one that includes it, 21 to 30 have a configuration and a template of
# their own, and two have names that are hard to say.
{ echo 'people:'; sed -n '/^people:/,/^roles:/p' <<<"$small" | grep '^  '; } >shared/people.yaml
echo 'include: people.yaml' >shared/team.yaml
for i in {1..10}; do plan "p-$i" "s|^planc: 1|&\ninclude: ../shared/people.yaml|; $people" >"plans/$i.plan.yaml"; done
for i in {11..20}; do plan "p-$i" "s|^planc: 1|&\ninclude: ../shared/team.yaml|; $people" >"plans/$i.plan.yaml"; done
for i in {21..30}; do plan "p-$i" >"plans/team/$i.plan.yaml"; done
for i in {31..198}; do plan "p-$i" >"plans/$i.plan.yaml"; done
plan p-199 >'plans/夜 间.plan.yaml'
plan p-200 >'plans/a $b: #c [d] (e) %f @g.plan.yaml'
printf 'planc: 1\nbuild: {out: out, documents: [{document: plan, formats: [md]}], templates: templates}\n' >plans/team/.planc.yaml
printf '# {{plan.title}}\n' >plans/team/templates/plan.md.mustache

expect "the first run" "$(plans)"
[ "$(find out plans/team/out -type f | wc -l)" = $((190 * 3 + 10)) ] || fail "$(find out plans/team/out -type f | wc -l) documents"
expect 'nothing has changed'
grep -q 'no work to do' "$work/output" || fail 'there was work to do'

change plans/40.plan.yaml 's/Hardening/Hardening and polish/'
newer 'plans/a $b: #c [d] (e) %f @g.plan.yaml'
newer 'plans/夜 间.plan.yaml'
change shared/team.yaml 's/^/# for all\n/'
change plans/team/templates/plan.md.mustache 's/$/ of ours/'
expect 'plans, an included file and a template have changed' \
  plans/40.plan.yaml 'plans/a $b: #c [d] (e) %f @g.plan.yaml' 'plans/夜 间.plan.yaml' plans/{11..20}.plan.yaml plans/team/{21..30}.plan.yaml

change shared/people.yaml 's/Mara Quill/Mara Quill-Ng/'
printf 'documents: [{document: signoff, formats: [md]}]\n' >>plans/50.plan.yaml
newer plans/50.plan.yaml
rm out/p-60/plan.html
expect 'what an included file includes has changed, a wish, and a document is gone' plans/{{1..20},50,60}.plan.yaml
grep -q 'Quill-Ng' out/p-15/plan.md || fail 'the documents are the old ones'
[ -e out/p-50/signoff.md ] || fail 'the document that is wanted now is missing'

change plans/team/.planc.yaml 's/formats: .md./formats: [md, html]/'
rm plans/80.plan.yaml
plan p-new >plans/new.plan.yaml
expect 'a configuration has changed, one plan is gone and one is new' plans/new.plan.yaml plans/team/{21..30}.plan.yaml
[ -e plans/team/out/p-25/plan.html ] || fail 'the page that is wanted now is missing'

cp shared/people.yaml "$work"
rm shared/people.yaml
change plans/70.plan.yaml 's/2026-06-12/2026-06-11/'
change plans/71.plan.yaml 's/^people:/people: [/'
build=(ninja -k 0)
expect_failure 'an included file is removed' 'cannot be included: there is no such file'
expect_failure 'a plan has an error' '[missed-milestone]'
expect_failure 'a plan cannot be read' '[bad-syntax]'
build=(ninja)
cp "$work/people.yaml" shared
newer shared/people.yaml
change plans/70.plan.yaml 's/2026-06-11/2026-06-12/'
change plans/71.plan.yaml 's/^people: ./people:/'
expect 'all is as it was' plans/{{1..20},70,71}.plan.yaml
expect 'nothing has changed in the end'

# Make and CMake, with a few plans.
rm -rf plans/team/out
for i in {31..198}; do rm -f "plans/$i.plan.yaml"; done
rm plans/{2..9}.plan.yaml plans/1[2-9].plan.yaml plans/team/2[2-9].plan.yaml

follows() {
  change plans/new.plan.yaml 's/Hardening/Hardening and polish/'
  expect 'one plan has changed' plans/new.plan.yaml
  change shared/people.yaml 's/Quill/&-Ng/'
  expect 'an included file has changed' plans/{1,10,11,20}.plan.yaml
  change plans/team/templates/plan.md.mustache 's/$/ all/'
  expect 'a template has changed' plans/team/{21,30}.plan.yaml
  change plans/team/.planc.yaml 's/$/ #/'
  expect 'a configuration has changed' plans/team/{21,30}.plan.yaml
  expect 'nothing has changed'
  cp shared/people.yaml "$work"
  rm shared/people.yaml
  expect_failure 'an included file is removed' 'cannot be included: there is no such file'
  cp "$work/people.yaml" shared
  newer shared/people.yaml
  expect 'it is there again' plans/{1,10,11,20}.plan.yaml
  change plans/new.plan.yaml 's/2026-06-12/2026-06-11/'
  expect_failure 'a plan has an error' '[missed-milestone]'
  change plans/new.plan.yaml 's/2026-06-11/2026-06-12/'
  expect 'it is mended' plans/new.plan.yaml
  expect 'nothing has changed in the end'
}

# A name that a shell would carry out.
mkdir hostile
cp -r .planc.yaml configure.sh shared hostile
cd hostile
mkdir plans
plan p-hostile >"plans/it's \$(touch PWNED) '\$(touch PWNED)'.plan.yaml"
sh configure.sh
ninja >"$work/output" 2>&1 || true
[ -e out/p-hostile/plan.md ] || fail 'a plan with a quote in its name was not built'
[ ! -e PWNED ] || fail 'a name was carried out'
cd ..
rm -r hostile

build=(make)
rebuilt() { sed -n "s|^touch 'stamps/\(.*\)\.stamp'$|\1.plan.yaml|p" "$work/output"; }
expect 'the first run of Make' $(plans | grep -v ' ')
follows
rm 'plans/a $b: #c [d] (e) %f @g.plan.yaml' # more than CMake can say to Ninja
for generator in Ninja 'Unix Makefiles'; do
  folder="$work/out $generator 到"
  cmake -G "$generator" -B "$folder" -Dplanc_DIR="$package" -DPLANC_EXECUTABLE="$PLANC" >"$work/output" 2>&1 || fail "cmake with $generator"
  build=(cmake --build "$folder")
  rebuilt() { sed -n "s|^\[.*\] Documents of $example/||p" "$work/output"; }
  expect "the first run of CMake with $generator" "$(plans)"
  [ -e "$folder/out/p-199/gantt.svg" ] || fail "no documents from CMake with $generator"
  follows
  printf 'documents: [{document: signoff, formats: [md]}]\n' >>plans/new.plan.yaml
  newer plans/new.plan.yaml
  expect 'a plan asks for another document' plans/new.plan.yaml
  "${build[@]}" --target clean >"$work/output" 2>&1
  [ ! -e "$folder/out/p-new/signoff.md" ] || fail "a document of CMake with $generator is not known to it"
  change plans/new.plan.yaml '$d'
done

[ "$failures" = 0 ] || exit 1
echo "all of it was built as it should be"
