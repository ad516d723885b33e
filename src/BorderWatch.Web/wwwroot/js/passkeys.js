// Forms whose answer a passkey gives: asks the server what to make or show, lets the browser do it, and sends the form with the answer.
// What went wrong is said in the words that the page gives with the form.
const words = { AbortError: 'cancelled', NotAllowedError: 'cancelled', InvalidStateError: 'registered', SecurityError: 'noName' }

// A sentence of the server, which is in the reader's language.
class Refusal extends Error {}

async function answer(form) {
  const response = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Refusal(await response.text())
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
      tell(form, fault instanceof Refusal && fault.message ? fault.message : form.dataset[words[fault.name] ?? 'failed'])
      button.disabled = false
    }
  })
}
