/** A language's name in the midst of a line, as that line's language calls it; unless told otherwise, its own for itself. */
export function languageName(code: string, inLanguage: string = code): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(code) ?? code;
}

/** The same where it stands alone. */
export function languageTitle(code: string, inLanguage: string = code): string {
  const name = languageName(code, inLanguage);
  return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1);
}
