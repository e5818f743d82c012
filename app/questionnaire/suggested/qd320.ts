import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { electricity, irrigation } from './infrastructure.ts'
import { livingEnvironment, surroundings } from './society.ts'
import { numberContents, type Wording } from './wording.ts'

const districtPlanning: Wording = {
  key: 'district-planning',
  statement: {
    vi: 'Người dân được biết rõ quy hoạch của huyện.',
    en: 'People are well informed about the district’s plan.',
  },
  meaning: {
    vi: 'quy hoạch vùng huyện được công bố; gia đình biết nơi nào làm đường lớn, khu công nghiệp, khu dân cư mới.',
    en: 'the plan is published; families know where main roads, industrial areas and new housing will be.',
  },
}

const districtTransport: Wording = {
  key: 'district-transport',
  statement: {
    vi: 'Đường nối giữa các xã trong huyện đi lại thuận tiện.',
    en: 'Roads between the communes of the district are easy to travel.',
  },
  meaning: {
    vi: 'đường huyện được sửa chữa kịp thời, có biển báo; đi chợ, đi học, đi bệnh viện, chở hàng dễ dàng.',
    en: 'district roads are repaired in time and signposted; going to market, school or hospital is easy.',
  },
}

const healthCultureEducation: Wording = {
  key: 'health-culture-education',
  statement: {
    vi: 'Các dịch vụ y tế, văn hóa, giáo dục của huyện đáp ứng nhu cầu của người dân.',
    en: 'The district’s health, culture and education services meet people’s needs.',
  },
  meaning: {
    vi: 'bệnh viện, trường trung học phổ thông, nơi học nghề, nhà văn hóa, sân thể thao của huyện phục vụ tốt, dễ đến.',
    en: 'the district hospital, upper secondary schools, training, culture and sports places are good and within reach.',
  },
}

const districtEconomy: Wording = {
  key: 'district-economy',
  statement: {
    vi: 'Kinh tế trong huyện tạo thuận lợi cho người dân làm ăn.',
    en: 'The district’s economy helps people earn a living.',
  },
  meaning: {
    vi: 'nông sản có nơi thu mua; có chợ, có vùng sản xuất tập trung; người lao động tìm được việc trong huyện.',
    en: 'farm products find buyers; there are markets and production areas; workers find jobs in the district.',
  },
}

const districtGovernment: Wording = {
  key: 'district-government',
  statement: {
    vi: 'Các cơ quan của huyện giải quyết tốt công việc của người dân.',
    en: 'District offices handle people’s business well.',
  },
  meaning: {
    vi: 'thủ tục nhanh gọn, trả kết quả đúng hẹn; kiến nghị được trả lời; an ninh, trật tự trong huyện được giữ vững.',
    en: 'procedures are quick and on time; petitions are answered; law and order are kept in the district.',
  },
}

const overall = {
  vi: 'Đánh giá chung về kết quả xây dựng nông thôn mới và việc đề nghị công nhận huyện đạt chuẩn nông thôn mới.',
  en: 'Overall: the results of new-countryside building, and proposing the district for recognition.',
}

/** Suggested ballot for `district-standard` (historical, before 1/7/2025): the 9 criteria of QĐ 320/QĐ-TTg (08/3/2022). */
export const qd320: Questionnaire = {
  id: 'qd320',
  version: 1,
  name: {
    vi: 'Mẫu gợi ý: 9 tiêu chí huyện nông thôn mới (QĐ 320/QĐ-TTg)',
    en: 'Suggested form: 9 criteria for new-countryside districts (Decision 320/QĐ-TTg)',
  },
  criteriaSet: 'qd320',
  official: false,
  contents: numberContents(
    [
      districtPlanning,
      districtTransport,
      irrigation,
      electricity,
      healthCultureEducation,
      districtEconomy,
      surroundings,
      livingEnvironment,
      districtGovernment,
    ],
    overall,
  ),
}
