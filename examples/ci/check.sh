#!/bin/sh
# Any machine with planc: checks the plans below this folder, and renders them if nothing is wrong.
# The exit code is that of the check: 0 clean, 1 findings, 2 something cannot be read.
set -eu
planc check --format text --format sarif=planc.sarif
planc build --out release-documents
