# What bash completes the last word with, a word a line: bash complete.bash SCRIPT WORD…
source "$1"
shift
compopt() { :; } # says how a word is put into the line; there is no line here
[[ $(complete -p planc) == 'complete -F _planc planc' ]] || exit 1
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_planc
printf '%s\n' "${COMPREPLY[@]}"
