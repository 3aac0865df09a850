#!/bin/sh
# Writes build.ninja for every plan below plans/. Once `sh configure.sh`, then `ninja` whenever something has changed.
set -eu
planc=$(realpath "$(command -v "${PLANC:-planc}")")
cd "$(dirname "$0")"

# What a name has a dollar sign before, in Ninja.
escape() { sed 's/[$ :]/$&/g'; }

{
  cat <<NINJA
# Written by configure.sh.
ninja_required_version = 1.10
planc = $(printf %s "$planc" | escape)

# What is read for a plan beside itself, planc says in the depfile. A document whose text is the same as before is left
# alone, and \`restat\` lets Ninja see that.
rule documents
  command = '\$planc' build \$in --fail-on error --depfile \$depfile
  description = documents of \$plan
  depfile = \$depfile
  deps = gcc
  restat = 1

rule configure
  command = PLANC='\$planc' sh configure.sh
  description = the list of plans
  generator = 1

NINJA
  # Which files there are, and which documents they ask for, may change with any YAML file, and with a folder that gets
  # or loses one. Folders called `out` are what is built.
  inputs=$(find .planc.yaml plans shared -name out -prune -o \( -type d -o -name '*.yaml' \) -print |
    LC_ALL=C sort | escape | tr '\n' ' ')
  printf 'build build.ninja: configure | configure.sh %s\n' "$inputs"
  printf '# A file that has gone is no mistake, but a change.\nbuild %s: phony\n\n' "$inputs"

  # Each plan after a tab, with its depfile, and then what it makes. A plan that cannot be read has no list; its build fails and says why.
  find plans -name out -prune -o -name '*.plan.yaml' -print | LC_ALL=C sort | while IFS= read -r plan; do
    printf '\t%s\tdeps/%s.d\n' "$plan" "$(printf %s "$plan" | cksum | tr ' ' -)"
    "$planc" build "$plan" --list-outputs 2>/dev/null || printf '%s.unreadable\n' "$plan"
  done | escape | awk -F '\t' '
    function rule() { if (made != "") printf "build%s: documents %s | $planc\n  plan = %s\n  depfile = %s\n", made, plan, plan, depfile }
    /^\t/ { rule(); plan = $2; depfile = $3; made = ""; next }
    { made = made " " $0 }
    END { rule() }'
} >build.ninja.new
mv build.ninja.new build.ninja
