import type { Wording } from './wording.ts'

/** Criteria 1–9 of the commune sets (QĐ 318/QĐ-TTg): the plan, the works, the houses. The same in the advanced set. */
export const planning: Wording = {
  key: 'planning',
  statement: {
    vi: 'Người dân được biết rõ quy hoạch của xã.',
    en: 'People are well informed about the commune’s land-use plan.',
  },
  meaning: {
    vi: 'bản quy hoạch được treo công khai, được phổ biến ở cuộc họp; gia đình biết chỗ nào làm đường, xây trường, trồng trọt.',
    en: 'the plan is posted or explained at meetings; families know where roads, schools and farmland will be.',
  },
}

export const transport: Wording = {
  key: 'transport',
  statement: {
    vi: 'Đường làng, ngõ xóm đi lại thuận tiện cả mùa mưa.',
    en: 'Village roads and lanes are easy to travel, even in the rainy season.',
  },
  meaning: {
    vi: 'đường thôn, đường ra đồng không lầy lội; xe đạp, xe máy, xe chở nông sản đi lại được quanh năm.',
    en: 'roads in the village and to the fields are not muddy; bicycles, motorbikes and farm carts can pass all year.',
  },
}

export const irrigation: Wording = {
  key: 'irrigation',
  statement: {
    vi: 'Kênh mương, cống, đê, kè ở địa phương phục vụ tốt khi nắng hạn, mưa lũ.',
    en: 'Local canals, sluices and dikes serve people well in drought and in flood.',
  },
  meaning: {
    vi: 'ruộng vườn có nước tưới, mưa to nước rút kịp; khi có bão, lũ, người dân được báo trước và được giúp đỡ.',
    en: 'fields have water, heavy rain drains away in time; people are warned and helped when storms or floods come.',
  },
}

export const electricity: Wording = {
  key: 'electricity',
  statement: {
    vi: 'Điện dùng hằng ngày được cấp ổn định.',
    en: 'The everyday electricity supply is steady.',
  },
  meaning: {
    vi: 'điện đủ mạnh, ít bị cắt, cắt thì được báo trước; cột điện, dây điện chắc chắn, an toàn.',
    en: 'the current is strong enough, cuts are few and announced; poles and wires are sound and safe.',
  },
}

export const schools: Wording = {
  key: 'schools',
  statement: {
    vi: 'Trường, lớp trong xã đáp ứng nhu cầu học tập của con em.',
    en: 'School buildings in the commune meet our children’s needs.',
  },
  meaning: {
    vi: 'trường mầm non, tiểu học, trung học cơ sở có đủ phòng học, bàn ghế, sân chơi, nước sạch, nhà vệ sinh.',
    en: 'nursery, primary and lower secondary schools have enough rooms, desks, playgrounds, clean water and toilets.',
  },
}

export const cultureFacilities: Wording = {
  key: 'culture-facilities',
  statement: {
    vi: 'Nhà văn hóa, khu thể thao đáp ứng nhu cầu sinh hoạt của người dân.',
    en: 'The culture house and sports ground meet people’s needs.',
  },
  meaning: {
    vi: 'thôn có nơi hội họp, tập văn nghệ, chơi thể thao; người cao tuổi, trẻ em có chỗ vui chơi.',
    en: 'the village has a place to meet, perform and play sports; the elderly and children have somewhere to go.',
  },
}

export const trade: Wording = {
  key: 'trade',
  statement: {
    vi: 'Việc mua bán hằng ngày ở địa phương thuận tiện.',
    en: 'Everyday buying and selling is convenient here.',
  },
  meaning: {
    vi: 'chợ, cửa hàng không quá xa, đủ hàng cần dùng, sạch sẽ, không lấn chiếm lòng đường.',
    en: 'the market or shops are not too far, have what is needed, are clean and do not block the road.',
  },
}

export const information: Wording = {
  key: 'information',
  statement: {
    vi: 'Người dân dễ dàng nhận được những thông tin cần biết.',
    en: 'People easily get the information they need.',
  },
  meaning: {
    vi: 'nghe rõ loa truyền thanh; có sóng điện thoại, có mạng internet; gửi thư, nhận bưu phẩm được ở xã.',
    en: 'loudspeakers can be heard; there is phone signal and internet; letters and parcels can be handled locally.',
  },
}

export const housing: Wording = {
  key: 'housing',
  statement: {
    vi: 'Nhà ở của các hộ dân trong xã chắc chắn.',
    en: 'Homes in the commune are solid.',
  },
  meaning: {
    vi: 'xã không còn nhà tạm, nhà dột nát; hộ khó khăn được giúp làm nhà mới hoặc sửa nhà.',
    en: 'no makeshift or leaking houses remain; families in hardship get help to build or repair.',
  },
}
