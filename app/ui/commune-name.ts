import type { Language } from '#app/basics/language.ts'
import { villageInSentence } from '#app/dossier/wording.ts'

/** A commune's name inside a sentence: `Xã Sơn Lộc` → `xã Sơn Lộc`. English keeps the capital of a proper name. */
export const communeInText = (name: string, language: Language): string =>
  language === 'vi' ? name.replace(/^(Xã|Phường|Thị trấn|Đặc khu)(?= )/, kind => kind.toLowerCase()) : name

/** A village's name inside a sentence: `Đồi Chè` → `thôn Đồi Chè`, `Thôn Một` → `thôn Một`. English has the name alone. */
export const villageInText = (name: string, language: Language): string =>
  language === 'vi' ? villageInSentence(name) : name
