import type { Wording } from './wording.ts'

/** Criteria 10–13 of the commune sets (QĐ 318/QĐ-TTg): how families earn their living. The same in the advanced set. */
export const income: Wording = {
  key: 'income',
  statement: {
    vi: 'Thu nhập của gia đình bảo đảm được cuộc sống hằng ngày.',
    en: 'Our family’s income covers everyday needs.',
  },
  meaning: {
    vi: 'tiền làm ra đủ chi cho ăn, mặc, học hành, chữa bệnh và những việc cần thiết trong nhà.',
    en: 'what we earn is enough for food, clothes, schooling, medical care and other household needs.',
  },
}

export const poverty: Wording = {
  key: 'poverty',
  statement: {
    vi: 'Hộ nghèo, hộ cận nghèo trong xã được giúp đỡ thiết thực.',
    en: 'Poor and near-poor households in the commune get real help.',
  },
  meaning: {
    vi: 'việc bình xét hộ nghèo công khai, đúng người; hộ nghèo được hỗ trợ vay vốn, chữa bệnh, học hành, sửa nhà.',
    en: 'poor households are listed openly and rightly; they get loans, health care, schooling and house repairs.',
  },
}

export const labour: Wording = {
  key: 'labour',
  statement: {
    vi: 'Người dân trong xã có việc làm thường xuyên.',
    en: 'People in the commune have regular work.',
  },
  meaning: {
    vi: 'người trong độ tuổi lao động tìm được việc ở quê hoặc nơi khác; ai cần thì được học nghề, giới thiệu việc làm.',
    en: 'people of working age find work, near or far; those who need it are trained or referred to a job.',
  },
}

export const production: Wording = {
  key: 'production',
  statement: {
    vi: 'Việc sản xuất, làm ăn của người dân được hỗ trợ hiệu quả.',
    en: 'People’s farming and businesses are supported effectively.',
  },
  meaning: {
    vi: 'được hướng dẫn kỹ thuật, vay vốn; hợp tác xã, tổ hợp tác giúp mua vật tư và bán sản phẩm.',
    en: 'people get technical advice and loans; cooperatives help to buy supplies and sell products.',
  },
}
