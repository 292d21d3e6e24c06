/** What cmd.exe was started with: the words after its `/c`, in the pair of quotes that Windows puts around all of them. */
const STARTED_WITH = /\s\/c\s+(?:"(?<wrapped>".*)"|(?<bare>.+?))\s*$/isu;

/** A name with a blank stands between quotes, any other does not; no name of Windows holds a quote. */
const WORD = /"(?<quoted>[^"]*)"|(?<plain>[^\s"]+)/gu;

/**
 * The paths dropped on a .cmd file, from the line with which Windows started cmd.exe for it:
 * `cmd.exe /c ""C:\tkcds\Kiểm tra tệp.cmd" D:\A&B.xlsx "D:\thôn 1.xlsx""`. The words that cmd.exe itself hands on are of no use:
 * Windows does not quote a name without blanks, and cmd.exe takes `&`, `^` and `%` in it for its own signs.
 * Undefined when the line starts no .cmd file, as when it was typed into a window that was open.
 */
export function droppedPaths(line: string): readonly string[] | undefined {
  const groups = STARTED_WITH.exec(line)?.groups;
  const words = [...(groups?.['wrapped'] ?? groups?.['bare'] ?? '').matchAll(WORD)].map(
    ({ groups: word }) => word?.['quoted'] ?? word?.['plain'] ?? '',
  );
  const [script = '', ...paths] = words;
  return /\.(?:cmd|bat)$/iu.test(script) ? paths : undefined;
}
