# TAB for carelog in bash. Made by scripts/make_for_shells.py: commands, options and fixed words stand here, and carelog
# itself is asked for names of the journal alone, and for what this script does not know.

_carelog_look_up() { # PATH: sets names, flags, places, alone, before_words of a command or group
    names='' flags='' places='' alone='' before_words=''
    case $1 in
@TABLE@
    *) return 1 ;;
    esac
    flags="$flags @EVERYWHERE@"
}

_carelog_ask() { # PROGRAM: takes words, never code, and puts no name of the journal anywhere but into COMPREPLY
    local out line
    out=$(_CARELOG_COMPLETE=complete_bash _CARELOG_LINE="${COMP_LINE:0:COMP_POINT}" \
        _CARELOG_WORD="${COMP_WORDS[COMP_CWORD]}" "$1" 2>/dev/null)
    if [[ $? -eq 3 ]]; then
        _carelog_files
        return
    fi
    while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
    done <<<"$out"
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

_carelog_files() { compopt -o default -o filenames 2>/dev/null; }

_carelog_names_and_files() { # WORD: the commands that begin so, and the files
    local each
    for each in $names; do
        [[ $each == "$1"* ]] && COMPREPLY+=("$each")
    done
    _carelog_files
    [[ ${#COMPREPLY[@]} -gt 0 ]] || return 0
    while IFS= read -r each; do
        [[ -n $each ]] && COMPREPLY+=("$each")
    done <<<"$(compgen -f -- "$1")"
}

_carelog_flag() { # NAME: sets known to what help and this table call it, kind to what follows it
    local each
    for each in $flags; do
        known=${each%%|*} kind=${each#*|}
        [[ /${known#+}/ == *"/$1/"* ]] && return
    done
    return 1
}

_carelog_offer() { # PROGRAM KIND WORD [BEFORE]: what fits of this kind and begins so, behind what stands before it
    local IFS=';' each
    case $2 in
    j) _carelog_ask "$1" ;;
    f) _carelog_files ;;
    =*)
        for each in ${2#=}; do
            [[ $each == "$3"* ]] || continue
            each=$4$each
            COMPREPLY+=("${each#"$parted"}")
        done
        [[ ${#COMPREPLY[@]} -gt 0 || -z $3 ]] || _carelog_ask "$1"
        ;;
    esac
}

_carelog_offer_flags() { # PROGRAM WORD: the options that begin so, none that was given and counts once
    local each form
    for each in $flags; do
        known=${each%%|*}
        [[ $known == +* || $given != *" $known "* ]] || continue
        for form in ${known//\// }; do
            form=${form#+}
            [[ $form == "$2"* ]] && COMPREPLY+=("$form")
        done
    done
    [[ ${#COMPREPLY[@]} -gt 0 ]] || _carelog_ask "$1"
}

_carelog_split() { # sets typed to the words up to the cursor, joined where bash parted them at = and :
    local rest=${COMP_LINE:0:COMP_POINT} each number=-1
    for each in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if [[ $number -lt 0 || -z $rest || $rest == [[:space:]]* ]]; then
            rest=${rest#"${rest%%[![:space:]]*}"}
            number=$((number + 1))
            typed[number]='' parted=''
        else
            parted=${typed[number]}
        fi
        [[ $rest == "$each"* ]] || each=$rest
        typed[number]+=$each
        rest=${rest#"$each"}
    done
    [[ $each == [=:] ]] && parted=${typed[number]}
    begun=${typed[number]}
}

_carelog_read() { # WORD: goes on from a word before the cursor; fails where this table does not know it
    local known kind
    if [[ -n $wanted ]]; then
        wanted=''
    elif [[ -n $is_text || $1 == - || $1 == -[0-9]* || $1 != -* ]]; then
        _carelog_read_word "$1"
    elif [[ $1 == -- ]]; then
        is_text=1
    else
        if ! _carelog_flag "${1%%=*}"; then
            [[ -n $before_words ]] && _carelog_enter "$before_words" && _carelog_flag "${1%%=*}" || return 1
        fi
        given+="$known "
        [[ -z $kind || $1 == *=* ]] || wanted=$kind
    fi
}

_carelog_read_word() { # WORD: goes into a group, or past an argument
    if [[ -n $names ]]; then
        if [[ -z $is_text && " $names " == *" $1 "* ]]; then
            _carelog_enter "$1"
            return
        fi
        if [[ -n $places ]]; then
            names=''
        else
            [[ -n $before_words ]] && _carelog_enter "$before_words" || return 1
        fi
    fi
    [[ $places == =* ]] && _carelog_enter "$1" && return
    [[ $places == +* ]] || places=${places#"${places%% *}"} places=${places# }
}

_carelog_enter() { # WORD: goes one step down; where there is none of that name, everything stays
    local were=$places
    if [[ -z $path && $1 == help ]]; then
        is_manual=1
        names="${names% help} @TOPICS@"
    elif _carelog_look_up "${path:+$path }$1"; then
        path="${path:+$path }$1"
    else
        _carelog_look_up "$path"
        places=$were
        return 1
    fi
}

_carelog_completion() {
    local IFS=$' \t\n' names flags places alone before_words path='' given=' ' wanted='' is_text='' is_manual=''
    local typed=() begun='' parted='' known kind each
    COMPREPLY=()
    _carelog_split
    [[ ${#typed[@]} -gt 1 ]] || return 0
    _carelog_look_up ''
    for each in "${typed[@]:1:${#typed[@]}-2}"; do
        if [[ -n $is_manual && $each == -* ]] || ! _carelog_read "$each"; then
            _carelog_ask "$1"
            return 0
        fi
    done
    if [[ $begun == *[\'\"\\\$\`]* ]]; then
        _carelog_ask "$1"
    elif [[ -n $wanted ]]; then
        _carelog_offer "$1" "$wanted" "$begun"
    elif [[ -z $is_text && -z $is_manual && $begun == -* ]]; then
        [[ -n $names && -n $alone ]] && _carelog_enter "$alone"
        if [[ $begun != --*=* ]]; then
            _carelog_offer_flags "$1" "$begun"
        elif _carelog_flag "${begun%%=*}"; then
            _carelog_offer "$1" "$kind" "${begun#*=}" "${begun%%=*}="
        else
            _carelog_ask "$1"
        fi
    elif [[ -n $names && -n $places && -z $is_text$is_manual ]]; then
        _carelog_names_and_files "$begun"
    elif [[ -n $names && -z $is_text ]]; then
        _carelog_offer "$1" "=${names// /;}" "$begun"
    elif [[ -z $is_manual ]]; then
        each=${places%% *}
        _carelog_offer "$1" "${each#+}" "$begun"
    fi
    return 0
}

complete -F _carelog_completion carelog
