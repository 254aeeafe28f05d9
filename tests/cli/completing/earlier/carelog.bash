_carelog_completion() {
    local out line
    COMPREPLY=()
    out=$(_CARELOG_COMPLETE=complete_bash _CARELOG_LINE="${COMP_LINE:0:COMP_POINT}" \
        _CARELOG_WORD="${COMP_WORDS[COMP_CWORD]}" "$1" 2>/dev/null)
    if [[ $? -eq 3 ]]; then compopt -o default -o filenames 2>/dev/null; return 0; fi
    while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
    done <<<"$out"
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _carelog_completion carelog
