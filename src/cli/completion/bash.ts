import type { Offers } from './offers.ts';

/** `a|b` of a case; a pattern of names without a sign that bash would expand. */
const either = (words: readonly string[]): string => words.join('|');

function branches(table: ReadonlyMap<string, readonly string[]>): string {
  return [...table].map(([name, words]) => `    '${name}') words='${words.join(' ')}' ;;\n`).join('');
}

/**
 * The script that bash reads: after it, Tab offers commands, options and values; where none is known, names of files. ASCII, LF.
 */
export function bashCompletion({ commands, withValue, withFolder, options, values, operands }: Offers): string {
  return `_tkcds() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= words= index
  if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      ${either(withValue)}) ((index++)); [[ \${COMP_WORDS[index]} == = ]] && ((index++)) ;;
      ${either(commands)}) command=\${COMP_WORDS[index]}; break ;;
      -*) ;;
      *) break ;;
    esac
  done
  COMPREPLY=()
  case "$command $before" in
${branches(values)}  esac
  [[ -z $words ]] && case " $before" in
${branches(new Map([...values].filter(([name]) => name.startsWith(' '))))}  esac
  if [[ -z $words ]]; then
    case $before in
      ${either(withFolder)}) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
      ${either(withValue)}) return ;;
    esac
  fi
  if [[ -z $words && $word == -* ]]; then
    case $command in
${branches(options)}    esac
  fi
  [[ -z $words ]] && case $command in
${branches(operands)}  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o filenames -o bashdefault -o default -F _tkcds tkcds
`;
}
