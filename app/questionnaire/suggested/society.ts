import type { Wording } from './wording.ts'

/** Criteria 14–19 of the commune set and what the other sets make of them: health, culture, surroundings, authorities, order. */
export const education: Wording = {
  key: 'education',
  statement: {
    vi: 'Con em trong xã được học hành đầy đủ.',
    en: 'Children in the commune get a full schooling.',
  },
  meaning: {
    vi: 'trẻ em được đi học đúng tuổi, học hết trung học cơ sở; sau đó được học tiếp hoặc học nghề.',
    en: 'children start school on time and finish lower secondary; then they can study on or learn a trade.',
  },
}

export const health: Wording = {
  key: 'health',
  statement: {
    vi: 'Việc khám, chữa bệnh ở trạm y tế xã đáp ứng nhu cầu của người dân.',
    en: 'Care at the commune health station meets people’s needs.',
  },
  meaning: {
    vi: 'trạm có người trực, có thuốc thông thường, khám được bằng thẻ bảo hiểm y tế, thái độ chu đáo.',
    en: 'the station is staffed, has common medicines, takes the health insurance card and treats people with care.',
  },
}

export const culture: Wording = {
  key: 'culture',
  statement: {
    vi: 'Nếp sống văn hóa ở thôn, xóm được giữ gìn.',
    en: 'A cultured way of life is kept up in the village.',
  },
  meaning: {
    vi: 'xóm giềng đoàn kết; phong tục tốt đẹp được giữ; việc cưới, việc tang không lãng phí; ít rượu chè, cờ bạc.',
    en: 'neighbours get along; good customs are kept; weddings and funerals are not wasteful; little drinking or gambling.',
  },
}

export const environment: Wording = {
  key: 'environment',
  statement: {
    vi: 'Môi trường ở thôn, xóm sạch sẽ.',
    en: 'The surroundings in the village are clean.',
  },
  meaning: {
    vi: 'rác được thu gom, nước thải không chảy ra đường; có nước sạch để dùng; thực phẩm bán ở xã an toàn.',
    en: 'rubbish is collected, waste water stays off the road; clean water is at hand; food sold locally is safe.',
  },
}

/** The environment where food and water belong to another criterion (advanced, district) or the landscape is named (2026). */
export const surroundings: Wording = {
  ...environment,
  meaning: {
    vi: 'rác được phân loại, thu gom; nước thải không chảy ra đường; đường làng có cây xanh; ao hồ, kênh mương không bẩn.',
    en: 'rubbish is sorted and collected; waste water stays off the road; lanes have trees; ponds and canals are clean.',
  },
}

export const livingEnvironment: Wording = {
  key: 'living-environment',
  statement: {
    vi: 'Điều kiện sống hằng ngày của gia đình bảo đảm vệ sinh.',
    en: 'Our family’s daily living conditions are hygienic.',
  },
  meaning: {
    vi: 'gia đình đủ nước sạch để dùng; thực phẩm mua ở địa phương an toàn; nhà tắm, nhà vệ sinh sạch sẽ.',
    en: 'the family has enough clean water; food bought locally is safe; bathroom and toilet are clean.',
  },
}

export const politicsLaw: Wording = {
  key: 'politics-law',
  statement: {
    vi: 'Cán bộ xã, thôn giải quyết tốt công việc của người dân.',
    en: 'Commune and village officials handle people’s business well.',
  },
  meaning: {
    vi: 'làm giấy tờ nhanh, không phiền hà; việc của thôn, xã được công khai, bàn bạc; hỏi về pháp luật thì được giải thích.',
    en: 'paperwork is quick and free of trouble; local matters are open and discussed; questions of law get answers.',
  },
}

export const publicAdministration: Wording = {
  key: 'public-administration',
  statement: {
    vi: 'Việc làm giấy tờ, thủ tục ở xã nhanh gọn.',
    en: 'Paperwork at the commune office is quick and simple.',
  },
  meaning: {
    vi: 'được hướng dẫn rõ ràng, trả kết quả đúng hẹn, có thể nộp qua mạng; cán bộ lịch sự, không gây phiền hà.',
    en: 'guidance is clear, results come on time, filing online is possible; staff are polite and cause no trouble.',
  },
}

export const legalAccess: Wording = {
  key: 'legal-access',
  statement: {
    vi: 'Người dân được giúp đỡ khi có việc cần đến pháp luật.',
    en: 'People get help when they have a legal matter.',
  },
  meaning: {
    vi: 'được phổ biến luật mới; có nơi hỏi, có người giải thích; chuyện tranh chấp trong thôn được hòa giải.',
    en: 'new laws are explained; there is a place to ask and someone to answer; disputes in the village are mediated.',
  },
}

export const security: Wording = {
  key: 'security',
  statement: {
    vi: 'Người dân yên tâm về an ninh, trật tự ở thôn, xóm.',
    en: 'People feel safe about law and order in the village.',
  },
  meaning: {
    vi: 'ít trộm cắp, đánh nhau, ma túy; khi có việc, công an xã và tổ bảo vệ an ninh, trật tự có mặt kịp thời.',
    en: 'there is little theft, fighting or drugs; commune police and the security team come promptly when needed.',
  },
}
