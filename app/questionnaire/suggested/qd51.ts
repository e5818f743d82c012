import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { planning } from './infrastructure.ts'
import { production } from './livelihood.ts'
import { politicsLaw, security, surroundings } from './society.ts'
import { numberContents, type Wording } from './wording.ts'

const infrastructure: Wording = {
  key: 'infrastructure',
  statement: {
    vi: 'Các công trình dùng chung của xã đáp ứng nhu cầu của người dân.',
    en: 'The commune’s shared works meet people’s needs.',
  },
  meaning: {
    vi: 'đường, điện, kênh mương, trường học, trạm y tế, nhà văn hóa, chợ có đủ và dùng tốt quanh năm.',
    en: 'roads, power, canals, schools, health station, culture house and market exist and work well all year.',
  },
}

const training: Wording = {
  key: 'training',
  statement: {
    vi: 'Người lao động trong xã được học nghề phù hợp.',
    en: 'Workers in the commune get training that suits them.',
  },
  meaning: {
    vi: 'có lớp dạy nghề, lớp tập huấn gần nhà; học xong áp dụng được vào công việc hoặc tìm được việc làm.',
    en: 'there are courses near home; what is learnt can be used in one’s work or to find a job.',
  },
}

const cultureEducationHealth: Wording = {
  key: 'culture-education-health',
  statement: {
    vi: 'Các dịch vụ văn hóa, giáo dục, y tế ở xã đáp ứng nhu cầu của người dân.',
    en: 'Culture, education and health services in the commune meet people’s needs.',
  },
  meaning: {
    vi: 'con em được học hành đầy đủ; ốm đau được khám, chữa chu đáo; thôn, xóm có sinh hoạt văn hóa, thể thao.',
    en: 'children are well schooled; the sick are well cared for; the village has cultural and sports activities.',
  },
}

const socialSecurity: Wording = {
  key: 'social-security',
  statement: {
    vi: 'Người nghèo, người có hoàn cảnh khó khăn trong xã được giúp đỡ thiết thực.',
    en: 'The poor and people in hardship in the commune get real help.',
  },
  meaning: {
    vi: 'việc bình xét công khai, đúng người; được vay vốn, sửa nhà, có bảo hiểm y tế; trợ cấp đến tay đầy đủ, đúng hạn.',
    en: 'selection is open and right; loans, house repairs and insurance are given; allowances arrive whole and on time.',
  },
}

const digital: Wording = {
  key: 'digital',
  statement: {
    vi: 'Người dân dễ dàng sử dụng các dịch vụ qua mạng.',
    en: 'People easily use online services.',
  },
  meaning: {
    vi: 'có sóng điện thoại, internet; được hướng dẫn nộp hồ sơ, tìm thông tin, trả tiền, bán hàng trên mạng.',
    en: 'there is phone signal and internet; people are shown how to file papers, search, pay and sell online.',
  },
}

const government: Wording = {
  key: 'government',
  statement: politicsLaw.statement,
  meaning: {
    vi: 'làm giấy tờ nhanh, trả kết quả đúng hẹn, không phiền hà; việc của thôn, xã được công khai, bàn bạc với dân.',
    en: 'paperwork is quick, on time and free of trouble; local matters are made public and discussed with people.',
  },
}

const lawSecurity: Wording = {
  key: 'law-security',
  statement: security.statement,
  meaning: {
    vi: 'ít trộm cắp, đánh nhau, ma túy; tranh chấp được hòa giải; cần hỏi về pháp luật thì có người giải thích.',
    en: 'there is little theft, fighting or drugs; disputes are mediated; someone explains the law when asked.',
  },
}

// The set serves two titles (commune-standard, commune-modern), so the question names neither.
const overall = {
  vi: 'Đánh giá chung về kết quả xây dựng nông thôn mới và việc đề nghị công nhận danh hiệu cho xã.',
  en: 'Overall: the results of new-countryside building, and proposing the title for the commune.',
}

/** Suggested ballot for the communes of 2026–2030: the 10 criteria of QĐ 51/2025/QĐ-TTg (29/12/2025). */
export const qd51: Questionnaire = {
  id: 'qd51',
  version: 1,
  name: {
    vi: 'Mẫu gợi ý: 10 tiêu chí xã giai đoạn 2026–2030 (QĐ 51/2025/QĐ-TTg)',
    en: 'Suggested form: 10 commune criteria for 2026–2030 (Decision 51/2025/QĐ-TTg)',
  },
  criteriaSet: 'qd51',
  official: false,
  contents: numberContents(
    [
      planning,
      infrastructure,
      production,
      training,
      cultureEducationHealth,
      socialSecurity,
      digital,
      surroundings,
      government,
      lawSecurity,
    ],
    overall,
  ),
}
