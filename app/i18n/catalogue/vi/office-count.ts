/** A village's sheet of a count by hand. */
export const count = {
  title: 'Biểu kiểm phiếu tay',
  lead: '{{village}}: {{households}} hộ. Nhập theo biên bản kiểm phiếu của thôn. Ô không có phiếu nào thì nhập 0.',
  effect:
    'Ghi biểu xong, các hộ chưa trả lời của thôn không trả lời bằng mã được nữa; phiếu đã nhận từng hộ vẫn giữ nguyên.',
  head: 'Số phiếu của cả thôn',
  issued: 'Phiếu phát ra',
  collected: 'Phiếu thu về',
  ballots: 'Trong đó: phiếu đã nhận từng hộ',
  ballotsHint: 'Hệ thống đang ghi {{ballots}} phiếu, qua mã hoặc cán bộ nhập. Số còn lại là phiếu kiểm tay.',
  hand: 'Phiếu kiểm tay',
  invalid: 'Phiếu không hợp lệ',
  any: 'Phiếu có ít nhất một nội dung chưa hài lòng',
  anyHint: 'Không đếm thì để trống.',
  lines: 'Từng nội dung, chỉ trên phiếu kiểm tay hợp lệ',
  satisfied: 'Hài lòng',
  dissatisfied: 'Chưa hài lòng',
  blank: 'Để trống',
  reason: 'Lý do chưa hài lòng',
  save: 'Ghi biểu',
  back: 'Về trang của đợt',
  stillWrong: 'Còn {{count}} chỗ chưa khớp.',
  stillEmpty: 'Còn {{count}} ô chưa nhập.',
  fits: 'Mọi số đã khớp nhau.',
  withdraw: 'Rút biểu này',
  withdrawWhat: 'Rút biểu thì các số kiểm tay của thôn bị bỏ, và hộ chưa trả lời lại trả lời được bằng mã.',
  withdrawConfirm: 'Tôi muốn bỏ các số kiểm tay của {{village}}',
  fault: {
    'count-missing': '{{place}}: chưa nhập. Nếu không có phiếu nào thì nhập 0.',
    'count-unreadable': '{{place}}: chỉ nhập chữ số, ví dụ 120.',
    'issued-above-households':
      'Phiếu phát ra ({{issued}}) nhiều hơn số hộ được hỏi của thôn ({{households}}). Xem lại số phát ra.',
    'collected-above-issued':
      'Phiếu thu về ({{collected}}) nhiều hơn phiếu phát ra ({{issued}}). Xem lại hai số.',
    'ballots-differ':
      'Biểu ghi {{declared}} phiếu đã nhận từng hộ, hệ thống đang ghi {{recorded}}. Sửa theo số của hệ thống, rồi xem lại số thu về.',
    'sheet-empty':
      'Phiếu thu về ({{collected}}) không nhiều hơn phiếu đã nhận từng hộ ({{ballots}}), nên không có phiếu nào kiểm tay. Xem lại hai số.',
    'invalid-above-collected':
      'Phiếu không hợp lệ ({{invalid}}) nhiều hơn phiếu kiểm tay ({{collected}}). Xem lại hai số.',
    'content-not-adding-up':
      '{{place}}: {{satisfied}} + {{dissatisfied}} + {{blank}} = {{sum}}, nhưng có {{valid}} phiếu kiểm tay hợp lệ. Đếm lại nội dung này.',
    'any-dissatisfied-out-of-range':
      'Phiếu có ít nhất một nội dung chưa hài lòng là {{anyDissatisfied}}, nhưng theo các dòng thì phải từ {{atLeast}} đến {{atMost}}. Xem lại số này.',
    'blank-under-invalidating-rule':
      '{{place}}: có {{blank}} phiếu để trống, nhưng theo bộ quy tắc phiếu có dòng để trống là phiếu không hợp lệ. Chuyển các phiếu ấy sang phiếu không hợp lệ.',
  },
}
