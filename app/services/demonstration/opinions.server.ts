/** Made-up reasons for "Chưa hài lòng" by content key, in the words in which households write them. */
export const reasons: { readonly [content: string]: readonly string[] } = {
  planning: [
    'Bản đồ quy hoạch treo ở xã nhưng khó xem, ở thôn không có.',
    'Họp thôn chưa phổ biến kỹ chỗ nào được xây dựng, chỗ nào giữ lại đất lúa.',
    'Gia đình hỏi quy hoạch đường mới mà chưa ai trả lời rõ.',
  ],
  transport: [
    'Ngõ nhà tôi vẫn là đường đất, mưa xuống rất lầy.',
    'Đường trục thôn xe tải chở vật liệu làm vỡ mặt, chưa sửa.',
    'Đường ra đồng hẹp, xe chở lúa không tránh nhau được.',
    'Đoạn qua cống cuối thôn hay ngập, trẻ con đi học vất vả.',
  ],
  irrigation: [
    'Mương cuối xứ đồng bồi lấp, vụ chiêm thiếu nước.',
    'Mưa to nước rút chậm, ruộng trũng mất một phần lúa.',
    'Cống lấy nước hỏng cánh từ năm ngoái chưa thay.',
  ],
  electricity: [
    'Giờ cao điểm điện yếu, quạt và bơm chạy không nổi.',
    'Mùa nóng hay mất điện mà không báo trước.',
    'Dây điện trước ngõ sà thấp, đi lại lo lắm.',
  ],
  schools: [
    'Trường mầm non thiếu phòng, lớp đông quá.',
    'Nhà vệ sinh của trường tiểu học đã cũ, hay tắc.',
    'Sân trường mưa xuống đọng nước.',
  ],
  'culture-facilities': [
    'Nhà văn hóa thôn chật, họp đông phải đứng ngoài.',
    'Chưa có chỗ chơi cho các cháu nhỏ.',
    'Sân thể thao có nhưng tối không có đèn.',
  ],
  trade: [
    'Chợ họp tràn ra lòng đường, đi qua rất khó.',
    'Chợ xa, người già muốn mua gì phải nhờ con cháu.',
    'Nền chợ ẩm, chỗ bán cá và bán rau lẫn vào nhau.',
  ],
  information: [
    'Loa ở cuối thôn nghe không rõ.',
    'Sóng điện thoại trong xóm lúc có lúc không.',
    'Nhiều việc chỉ đưa lên nhóm Zalo, người già không biết.',
  ],
  housing: ['Trong xóm còn hộ nhà dột chưa được sửa.', 'Hộ già cả neo đơn cạnh nhà tôi vẫn ở nhà tạm.'],
  income: [
    'Giá phân bón cao, bán thóc không còn lãi.',
    'Nhà đông con, thu nhập từ ruộng không đủ chi.',
    'Vải được mùa thì mất giá, năm nay thu không bằng năm trước.',
    'Làm thuê theo mùa nên tháng có tháng không.',
  ],
  poverty: [
    'Bình xét hộ cận nghèo chưa đều giữa các xóm.',
    'Nhà có người ốm lâu mà chưa được xét hỗ trợ.',
    'Vay vốn hộ nghèo còn ít, thủ tục lâu.',
  ],
  labour: [
    'Thanh niên phải đi làm xa, ở xã ít việc.',
    'Ngoài 40 tuổi xin vào công ty không ai nhận.',
    'Lớp dạy nghề mở đúng vụ gặt nên không đi học được.',
  ],
  production: [
    'Hợp tác xã chưa đứng ra bao tiêu sản phẩm.',
    'Cán bộ khuyến nông ít xuống đồng.',
    'Mua giống qua hợp tác xã vụ vừa rồi nảy mầm kém.',
  ],
  education: ['Học phí và các khoản đóng góp đầu năm còn nhiều.', 'Cấp hai xa nhà, chưa có xe đưa đón.'],
  health: [
    'Trạm y tế hay thiếu thuốc bảo hiểm.',
    'Trạm ít máy móc, khám gì cũng phải lên tuyến trên.',
    'Buổi chiều tới trạm nhiều khi không có bác sĩ.',
  ],
  culture: [
    'Đám cưới hát loa to đến khuya.',
    'Vẫn còn tụ tập đánh bài ở quán đầu thôn.',
    'Đám hiếu còn kéo dài, tốn kém.',
  ],
  environment: [
    'Rác một tuần mới thu một lần, mùa hè bốc mùi.',
    'Bãi rác tạm gần khu dân cư, gió là mùi khói đốt rác vào nhà.',
    'Nước thải chăn nuôi chảy ra mương chung.',
    'Ao làng nước đen, nhiều vỏ thuốc trừ sâu vứt ở bờ.',
    'Nước giếng khoan có phèn, chưa có nước máy.',
  ],
  'politics-law': [
    'Làm giấy tờ đất phải đi lại nhiều lần.',
    'Khoản thu của thôn chưa công khai chi tiết.',
    'Ý kiến tại cuộc họp trước chưa thấy trả lời.',
  ],
  'public-administration': [
    'Nộp hồ sơ qua mạng khó, người già không làm được.',
    'Hẹn trả kết quả mà tới nơi lại hẹn tiếp.',
    'Sau khi sáp nhập, trụ sở xa hơn, đi lại mất thời gian.',
  ],
  'legal-access': [
    'Chưa có người giải thích luật đất đai cho dân hiểu.',
    'Chuyện tranh chấp bờ ruộng hòa giải mãi chưa xong.',
  ],
  'living-environment': [
    'Nước máy hay đục sau mưa.',
    'Thịt bán ở chợ chưa thấy ai kiểm tra.',
    'Mương thoát nước sau nhà để hở, nhiều muỗi.',
  ],
  security: [
    'Gần đây có mất trộm chó và máy bơm.',
    'Thanh niên tụ tập phóng xe ban đêm.',
    'Đường làng chưa đủ đèn, đi tối không yên tâm.',
  ],
  overall: [
    'Xã có nhiều tiến bộ nhưng những việc nêu trên cần làm xong rồi mới đề nghị.',
    'Chất lượng một số công trình chưa tốt, nên kiểm tra lại.',
    'Đề nghị xử lý dứt điểm việc rác thải trước.',
  ],
}

/** Made-up other opinions (ý kiến khác). */
export const otherOpinions: readonly string[] = [
  'Đề nghị lắp thêm đèn đường ở đoạn từ nhà văn hóa ra trục xã.',
  'Mong xã sớm kéo nước sạch về thôn.',
  'Nhất trí với kết quả chung, đề nghị giữ gìn các công trình đã làm.',
  'Đề nghị họp thôn vào buổi tối để người đi làm về dự được.',
  'Cảm ơn cán bộ đã đến tận nhà lấy ý kiến.',
  'Nên có thùng phân loại rác ở từng ngõ.',
  'Đề nghị công khai các khoản dân đóng góp và phần việc đã làm.',
  'Cần nâng cấp sân chơi cho thiếu nhi.',
  'Đề nghị nạo vét mương trước mùa mưa.',
  'Mong có thêm lớp học nghề cho phụ nữ trung tuổi.',
  'Đường hoa của chị em phụ nữ trồng rất đẹp, nên nhân ra các ngõ khác.',
  'Con cháu đi làm xa, đề nghị báo kết quả qua tin nhắn để cả nhà cùng biết.',
]
