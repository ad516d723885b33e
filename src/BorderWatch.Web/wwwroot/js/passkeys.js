// Forms whose answer a passkey gives: asks the server what to make or show, lets the browser do it, and sends the form with the answer.
const words = {
  NotAllowedError: 'That was cancelled, or took too long.',
  InvalidStateError: 'This device has a passkey for this account already.',
  SecurityError: 'The browser allows passkeys only under a name (localhost or a domain with TLS), not under a number.',
}

async function answer(form) {
  const response = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(await response.text())
  const options = await response.json()
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return JSON.stringify(credential)
}

function tell(form, text) {
  const place = form.closest('section, .bw-card').querySelector('[data-passkey-error]')
  place.textContent = text
  place.hidden = false
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    form.hidden = true
    continue
  }
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const button = form.querySelector('button')
    button.disabled = true
    try {
      form.elements.Credential.value = await answer(form)
      if (form.elements.Password) form.elements.Password.value = ''
      form.submit()
    } catch (fault) {
      tell(form, words[fault.name] ?? fault.message)
      button.disabled = false
    }
  })
}
