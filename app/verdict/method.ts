/** The paragraphs of docs/method.md, in its order: the anchor that each figure of a screen links to. */
export const methodAnchors = [
  'bao-toan',
  'phieu-hop-le',
  'ty-le-bao-phu',
  'ty-le-thu-ve',
  'mau-so',
  'ty-le-noi-dung',
  'ty-le-chung',
  'co-y-kien-chua-hai-long',
  'gop',
  'cach-in',
  'nguong',
  'ket-luan',
  'xac-nhan',
  'khoang-chinh-xac',
  'truong-hop-xau-nhat',
  'uoc-luong-phan-tang',
  'dang-thu',
  'dau-hieu',
  'hinh-thuc',
  'so-sanh',
  'so-lieu-cong-bo',
] as const

export type MethodAnchor = (typeof methodAnchors)[number]
