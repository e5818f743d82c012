import type { Language } from '#app/basics/language.ts'

/** A commune's name inside a sentence: `Xã Sơn Lộc` → `xã Sơn Lộc`. English keeps the capital of a proper name. */
export const communeInText = (name: string, language: Language): string =>
  language === 'vi' ? name.replace(/^(Xã|Phường|Thị trấn|Đặc khu)(?= )/, kind => kind.toLowerCase()) : name
