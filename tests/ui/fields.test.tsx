import { describe, expect, it } from 'vitest'
import { Checkbox, RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, PasswordField, TextArea, TextField } from '#app/ui/text-field.tsx'
import { render, tagWith } from './render.ts'

const error = 'Nhập tên đợt.'

describe('a field', () => {
  it('points to its hint and its error', () => {
    const markup = render(<TextField name="ten" label="Tên đợt" hint="Hiện trên phiếu" error={error} />)
    const input = tagWith(markup, 'type="text"')
    expect(input).toContain('aria-describedby="ten-hint ten-error"')
    expect(input).toContain('aria-invalid="true"')
    expect(tagWith(markup, 'id="ten-error"')).toContain('<p')
    expect(markup).toContain('<label for="ten">Tên đợt</label>')
  })

  it('says nothing about validity while nothing is wrong', () => {
    const input = tagWith(render(<TextField name="ten" label="Tên đợt" />), 'type="text"')
    expect(input).not.toContain('aria-')
  })

  it('keeps what was typed, but never a password', () => {
    expect(render(<TextArea name="y" label="Ý kiến" value="đường <b>ngập</b>" />)).toContain(
      'đường &lt;b&gt;ngập&lt;/b&gt;',
    )
    expect(render(<DateField name="d" label="Ngày" value="2026-03-01" />)).toContain('value="2026-03-01"')
    expect(render(<PasswordField name="p" label="Mật khẩu" />)).not.toContain('value=')
  })

  it('says an error in words, not in colour alone', () => {
    expect(render(<TextField name="ten" label="Tên" error={error} />)).toContain('<b>Lỗi:</b> Nhập tên đợt.')
  })
})

describe('choices', () => {
  const options = [
    { value: 'a', label: 'Xã Minh Tân' },
    { value: 'b', label: 'Xã Đồng Sơn' },
  ]

  it('start a list with an empty line only while nothing is chosen', () => {
    expect(render(<SelectField name="xa" label="Xã" options={options} />)).toContain(
      '<option value="" selected="">Chọn…',
    )
    expect(render(<SelectField name="xa" label="Xã" options={options} value="b" />)).not.toContain('Chọn…')
  })

  it('stand in a fieldset that an error summary can reach', () => {
    const markup = render(<RadioGroup name="xa" label="Xã" options={options} value="b" error={error} />)
    expect(tagWith(markup, '<fieldset')).toContain('id="xa" tabindex="-1"')
    expect(tagWith(markup, '<fieldset')).toContain('aria-describedby="xa-error"')
    expect(tagWith(markup, 'value="b"')).toContain('checked=""')
    expect(tagWith(markup, 'value="a"')).not.toContain('checked')
  })

  it('never come ticked unless told', () => {
    expect(render(<Checkbox name="ok" label="Đã đối chiếu" />)).not.toContain('checked')
  })
})

describe('the error summary', () => {
  it('links each error to its field and takes the focus', () => {
    const markup = render(<ErrorSummary errors={[{ field: 'ten', message: error }]} />)
    expect(markup).toContain('<a href="#ten">Nhập tên đợt.</a>')
    expect(tagWith(markup, 'role="alert"')).toContain('tabindex="-1" autofocus=""')
  })

  it('is not there when nothing is wrong', () => {
    expect(render(<ErrorSummary errors={[]} />)).toBe('')
  })
})
