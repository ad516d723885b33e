using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Text;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("ru", "В ночь на вторник пограничники остановили у переправы грузовик с мукой. Водителя отпустили после проверки документов.")]
    [InlineData("tg", "Дар ноҳияи Шаҳритӯс сокинон аз нарасидани оби ошомиданӣ шикоят мекунанд. Ҳукумат ваъда дод, ки ҷӯйҳоро тоза мекунад.")]
    [InlineData("fa", "مردم هرات می‌گویند که بهای نان در این هفته دو بار بالا رفته است. نانوایان گرانی آرد را دلیل آن می‌دانند.")]
    [InlineData("uz", "Toshkent viloyatida yangi maktab ochildi va unda uch yuz nafar o'quvchi o'qiydi. Bu haqda hokimlik xabar berdi, lekin yo'l hali qurilmagan.")]
    [InlineData("es", "La policía de Cali informó el lunes que dos hombres fueron detenidos en la carretera hacia el puerto, pero no se encontraron armas.")]
    [InlineData("fr", "Les pêcheurs de Saint-Louis ont repris la mer lundi après trois jours de tempête, mais les prix du poisson sont restés élevés.")]
    [InlineData("ar", "أعلنت البلدية أن الجسر القديم سيغلق ثلاثة أيام من أجل الصيانة، وطلبت من السائقين سلوك الطريق الشمالي.")]
    [InlineData("ur", "کوئٹہ میں پیر کے روز بارش سے کئی سڑکیں بند ہو گئیں اور شہریوں کو گھروں میں رہنے کی ہدایت کی گئی ہے۔")]
    [InlineData("ps", "په کندهار کې د اوبو د کمښت له امله بزګرانو وویل چې د انګورو حاصل یې سږ کال نیمايي ته رسېدلی دی.")]
    [InlineData("de", "Die Polizei in Bonn hat am Montag zwei Männer festgenommen, die in einem Lager nach Kupfer suchten. Verletzt wurde niemand.")]
    [InlineData("zh", "周一,乌鲁木齐的市场重新开放,商贩们说水果价格比上个月低了三成。")]
    [InlineData("en", "Police in Bonn detained two men on Monday who had looked for copper in a warehouse. Nobody was hurt.")]
    public void Extract_SaysWhichLanguageItIs(string language, string text) =>
        Assert.Equal(language, new IncidentExtractor().Extract(new ArticleText(text)).Language);

    [Theory]
    [InlineData("Боевики убили троих солдат при нападении на пост у Кизыла в понедельник, сообщила полиция.")]
    [InlineData("Hombres armados mataron a tres soldados en un ataque contra un puesto cerca de Tame el lunes, dijo la policía.")]
    [InlineData("Des hommes armés ont tué trois soldats dans une attaque contre un poste près de Gao lundi, selon la police.")]
    [InlineData("مردان مسلح روز دوشنبه سه سرباز را در حمله به پاسگاهی نزدیک خواف کشتند.")]
    [InlineData("Bewaffnete haben am Montag bei einem Angriff auf einen Posten in der Nähe von Kayes drei Soldaten getötet, teilte die Polizei mit.")]
    public void Extract_OtherLanguages_NoIncident(string text) =>
        Assert.Empty(new IncidentExtractor().Extract(new ArticleText(text)).Incidents);

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("… — !")]
    public void Detect_TooLittle_IsUndetermined(string text) => Assert.Equal("und", Language.Detect(text));
}
