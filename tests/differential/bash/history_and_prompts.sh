# differential: No history, no completions, no readline for a program.
# exit: 0
history
set -o | grep -E '^(history|emacs|vi|monitor|histexpand)'
complete -p
echo "${PS1-no PS1} ${PS2-no PS2} ${PROMPT_COMMAND-no PROMPT_COMMAND} ${HISTFILE-no HISTFILE}"
shopt -p login_shell expand_aliases progcomp
alias greeting='echo hello'
greeting; echo $?
