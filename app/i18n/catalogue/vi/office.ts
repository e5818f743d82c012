import { links, own, secondStep } from './office-account.ts'
import { admin } from './office-admin.ts'
import { areas } from './office-areas.ts'
import { batch } from './office-batch.ts'
import { list, opening, overview, plan } from './office-campaigns.ts'
import { closing, minutes, reopening } from './office-closing.ts'
import { assign, codes, collect, doubles, entry, meeting, outbox } from './office-collect.ts'
import { count } from './office-count.ts'
import { dossier } from './office-dossier.ts'
import { evaluation } from './office-evaluation.ts'
import { exporting } from './office-export.ts'
import { handing } from './office-handing.ts'
import { joint } from './office-joint.ts'
import { languages } from './office-languages.ts'
import { machine } from './office-machine.ts'
import { papers } from './office-papers.ts'
import { cancel, planning } from './office-plan.ts'
import { posting } from './office-posting.ts'
import { register } from './office-register.ts'
import { rules } from './office-rules.ts'
import { sample } from './office-sample.ts'
import { setup, signIn } from './office-sign-in.ts'
import { verification } from './office-verification.ts'
import { callback, signs, watch } from './office-watch.ts'
import { wording } from './office-wording.ts'

/** Pages of staff, one file a part of their work. */
export const office = {
  verification,
  export: exporting,
  dossier,
  evaluation,
  languages,
  watch,
  signs,
  callback,
  batch,
  admin,
  areas,
  links,
  own,
  secondStep,
  codes,
  assign,
  collect,
  doubles,
  meeting,
  outbox,
  count,
  entry,
  handing,
  machine,
  register,
  closing,
  minutes,
  posting,
  reopening,
  list,
  opening,
  overview,
  plan,
  planning,
  cancel,
  papers,
  wording,
  nav: {
    verification: 'Thẩm tra',
    label: 'Các phần của đợt',
    overview: 'Tổng quan',
    audit: 'Nhật ký',
    plan: 'Kế hoạch',
    sample: 'Ai được hỏi',
    register: 'Danh sách hộ',
    assign: 'Phân công',
    handing: 'Phát phiếu',
    collect: 'Thu phiếu',
    watch: 'Theo dõi',
    batches: 'Lô phiếu',
    machine: 'Thu không cần mạng',
    archive: 'Lưu trữ',
    minutes: 'Biên bản',
    papers: 'Giấy tờ',
    posting: 'Niêm yết',
    letters: 'Thư góp ý',
    results: 'Kết quả',
    evaluation: 'Đánh giá',
  },
  results: {
    title: 'Kết quả',
    of: 'Kết quả: {{name}}',
    pack: {
      title: 'Gói bằng chứng',
      what: 'Một tệp .zip có số liệu từng phiếu (không tên, không giờ), văn bản và nhật ký của đợt; ai có tệp cũng tính lại được kết quả mà không cần máy chủ này.',
      care: 'Trong tệp có ý kiến viết tay: chỉ giữ trong hồ sơ, không đăng công khai. Mỗi lần tải được ghi vào nhật ký.',
      download: 'Tải gói bằng chứng (.zip)',
    },
  },
  rules,
  sample,
  joint,
  section: {
    verification: 'Thẩm tra',
    campaigns: 'Đợt lấy ý kiến',
    dossiers: 'Hồ sơ',
    register: 'Danh sách hộ',
    rules: 'Bộ quy tắc',
    languages: 'Ngôn ngữ',
    wording: 'Mẫu văn bản',
    administration: 'Quản trị',
    audit: 'Nhật ký',
  },
  setup,
  signIn,
}
