# What a zsh at a terminal completes a line with, a word a line: zsh -f complete.zsh FOLDER-OF-_planc LINE
zmodload zsh/zpty
found=$(mktemp)
zpty z zsh -f -i
zpty -w z "PROMPT=; fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word"
# What is matched goes to a file, and then where it would have gone.
zpty -w z "compadd() { if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd \"\$@\"; return; fi; local -a matches; builtin compadd -A matches \"\$@\"; print -rl -- \$matches >> ${(q)found}; builtin compadd \"\$@\" }"
# A key behind the tab says when the tab is done; neither word stands whole in what is typed.
zpty -w z "say_end() { print -n EN; print D }; zle -N say_end; bindkey '^X' say_end; print -n REA; print DY"
zpty -r -m z out '*READY*'
zpty -w -n z "$2"$'\t\x18'
zpty -r -m z out '*END*'
zpty -d z
sort -u $found
rm -f $found
