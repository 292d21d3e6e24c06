import type { Offers } from './offers.ts';

const list = (words: readonly string[]): string => `@(${words.map((word) => `'${word}'`).join(', ')})`;

function table(entries: ReadonlyMap<string, readonly string[]>): string {
  return `@{\n${[...entries].map(([name, words]) => `    '${name}' = ${list(words)}\n`).join('')}  }`;
}

/**
 * The script that PowerShell reads, from version 5.1: after it, Tab offers commands, options and values; where none is known, names of
 * files. ASCII, LF: what PowerShell takes from a program's output is not sure to be UTF-8.
 */
export function powershellCompletion({ withValue, options, values, operands }: Offers): string {
  return `Register-ArgumentCompleter -Native -CommandName 'tkcds', 'tkcds.cmd' -ScriptBlock {
  param($word, $line, $position)
  $withValue = ${list(withValue)}
  $options = ${table(options)}
  $values = ${table(values)}
  $operands = ${table(operands)}
  $typed = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.Extent.Text })
  $command = ''
  for ($index = 0; $index -lt $typed.Count; $index++) {
    if ($withValue -ccontains $typed[$index]) { $index++; continue }
    if ($typed[$index] -like '-*') { continue }
    $command = $typed[$index]
    break
  }
  $before = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $words = if ($values.ContainsKey("$command $before")) { $values["$command $before"] }
    elseif ($values.ContainsKey(" $before")) { $values[" $before"] }
    elseif ($withValue -ccontains $before) { @() }
    elseif ($word -like '-*') { $options[$command] }
    else { $operands[$command] }
  $words | Where-Object { $_ -and $_.StartsWith($word, [StringComparison]::Ordinal) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
