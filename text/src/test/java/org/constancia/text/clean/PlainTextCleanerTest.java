package org.constancia.text.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextCleanerTest {
    private static final String PARAGRAPH =
            "The prosecutor of the district said on Monday that the inquiry into the deaths at the bridge is still open.";

    private final PlainTextCleaner cleaner = new PlainTextCleaner();

    @Test
    void theFirstShortLineIsTheHeadlineAndStaysOutOfTheBody() {
        Cleaned cleaned =
                cleaner.clean("Inquiry into bridge deaths goes on\n\n" + PARAGRAPH + "\n\n" + PARAGRAPH + " Again.");
        assertThat(cleaned.title()).isEqualTo("Inquiry into bridge deaths goes on");
        assertThat(labels(cleaned)).containsExactly(Label.HEADLINE, Label.BODY, Label.BODY);
    }

    @Test
    void aHeadlineMayEndWithAPeriod() {
        Cleaned cleaned = cleaner.clean(
                "Minister calls deaths a tragedy.\n\nSpread the love\n\n" + PARAGRAPH + "\n\n" + PARAGRAPH + " Again.");
        assertThat(labels(cleaned)).containsExactly(Label.HEADLINE, Label.BOILERPLATE, Label.BODY, Label.BODY);
        assertThat(cleaned.blocks().get(1).rule()).isEqualTo("share");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READ ALSO:\u00A0 Another story altogether",
                "Read also : another story altogether",
                "» Lea también: Otra noticia",
                "LEA TAMBIÉN Otra noticia de la región",
                "Lea tambien - Otra noticia",
                "Te puede interesar: “Otra noticia”",
                "Le puede interesar\u00A0: otra noticia",
                "👉 También le puede interesar: Otra noticia",
                "Spread the love",
                "Compartir en Facebook",
                "12 comentarios",
                "Leave a Reply Cancel reply",
                "Deja una respuesta",
                "Suscríbete a nuestro boletín y recibe las noticias cada mañana",
                "Sign up for our newsletter and never miss a story.",
                "Síguenos en nuestras redes sociales",
                "Utilizamos cookies propias y de terceros para mejorar su experiencia.",
                "© 2031 El Faro del Valle. Todos los derechos reservados.",
                "Etiquetas: puente, fiscalía, justicia",
                "Publicidad",
                "5 min read",
                "* * *",
                "https://example.org/story",
                "#justicia #verdad",
                "Inicio » Nacional » Justicia",
                "Por: Redacción Justicia",
                "12 de mayo de 2031 - 10:30 a. m.",
                "Regístrese o inicie sesión para seguir leyendo",
                "¿Ya conoces nuestro canal? ¡Suscríbete!",
                "Mientras tanto, en otra sección: Suben los precios del pan",
                "Ver más noticias de Nación",
                "10:13 am"
            })
    void whatIsNoRunningTextIsNamed(String line) {
        Cleaned cleaned = cleaner.clean(PARAGRAPH + "\n\n" + line + "\n\n" + PARAGRAPH + "\n\n" + PARAGRAPH);
        assertThat(labels(cleaned)).containsExactly(Label.BODY, Label.BOILERPLATE, Label.BODY, Label.BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share prices of the mining company fell after the ruling was read in court.",
                "Read in full, the ruling names four officers and two of their superiors.",
                "Además, la Fiscalía anunció que citará a los mandos de la brigada.",
                "Lea Gómez, hermana de la víctima, dijo que esperará el fallo.",
                "Comments by the minister angered the families of the dead.",
                "Foto tras foto, los peritos reconstruyeron lo ocurrido en el puente.",
                "By Friday, the families had not been told where the bodies were.",
                "The newsletter of the brigade praised the operation at the time.",
                "Los hechos: tres jóvenes salieron de su casa y no volvieron.",
                "“Nunca más”, dijo.",
                "Subscribers to the theory say the army knew.",
                "Sigue la búsqueda de los miembros de la comunidad, dijo el personero.",
                "Support for the families has grown since the doctors spoke.",
                "Abara había recibido amenazas por WhatsApp y las denunció.",
                "1. Que el Estado pague los gastos funerarios de los seis muertos.",
                "Por primera vez, un coronel respondió ante la justicia."
            })
    void runningTextThatBeginsAlikeStays(String line) {
        Cleaned cleaned = cleaner.clean(PARAGRAPH + "\n\n" + line + "\n\n" + PARAGRAPH);
        assertThat(labels(cleaned)).containsOnly(Label.BODY);
    }

    @Test
    void captionsAreTheirOwnKind() {
        Cleaned cleaned = cleaner.clean(PARAGRAPH + "\nFoto: archivo de la alcaldía\n" + PARAGRAPH);
        assertThat(labels(cleaned)).containsExactly(Label.BODY, Label.CAPTION, Label.BODY);
    }

    @Test
    void aNoteInBracketsIsCutOutOfItsParagraph() {
        String text =
                "El juez aplazó la audiencia. (Lea también: Otra historia) Las familias protestaron ante el tribunal.";
        Cleaned cleaned = cleaner.clean(text);
        assertThat(cleaned.blocks().stream().map(block -> block.of(text)))
                .containsExactly(
                        "El juez aplazó la audiencia.",
                        "(Lea también: Otra historia)",
                        "Las familias protestaron ante el tribunal.");
        assertThat(labels(cleaned)).containsExactly(Label.BODY, Label.BOILERPLATE, Label.BODY);
    }

    @Test
    void everythingBehindTheCommentFormIsLeftOut() {
        Cleaned cleaned = cleaner.clean(
                PARAGRAPH + "\n" + PARAGRAPH + "\nDeja un comentario\nNombre\nMuy bien dicho, vecino de la cuadra.\n");
        assertThat(labels(cleaned))
                .containsExactly(Label.BODY, Label.BODY, Label.BOILERPLATE, Label.BOILERPLATE, Label.BOILERPLATE);
    }

    @Test
    void aCommentButtonOverTheArticleClosesNothing() {
        Cleaned cleaned = cleaner.clean("Leave a comment\n" + PARAGRAPH + "\n" + PARAGRAPH + "\n" + PARAGRAPH);
        assertThat(labels(cleaned)).containsExactly(Label.BOILERPLATE, Label.BODY, Label.BODY, Label.BODY);
    }

    @Test
    void titlesUnderARelatedHeadingBelongToIt() {
        Cleaned cleaned = cleaner.clean(PARAGRAPH
                + "\nNoticias relacionadas\nCapturan a dos hombres en el puerto\nAlcalde pide refuerzos\n" + PARAGRAPH);
        assertThat(labels(cleaned))
                .containsExactly(Label.BODY, Label.BOILERPLATE, Label.BOILERPLATE, Label.BOILERPLATE, Label.BODY);
    }

    @Test
    void linesWrappedAtAWidthAreOneParagraph() {
        String text =
                "The prosecutor of the district said on Monday that the\ninquiry into the deaths at the bridge goes on and that\n"
                        + "two more officers will be heard before the end of the\nmonth, as the families had asked.\n\n"
                        + "The families said that they had not been told of the\nhearing and that they would not leave the square before\n"
                        + "someone explains the delay.";
        assertThat(cleaner.clean(text).blocks()).hasSize(2);
    }

    @Test
    void authorAndDayComeFromTheMasthead() {
        Cleaned cleaned = cleaner.clean(
                "Inquiry into bridge deaths goes on\nBy Ana Ruiz\nMay 12, 2031\n" + PARAGRAPH + "\n" + PARAGRAPH);
        assertThat(cleaned.author()).isEqualTo("Ana Ruiz");
        assertThat(cleaned.published()).isEqualTo(LocalDate.of(2031, 5, 12));
    }

    @Test
    void aDayInRunningTextIsNotTheDayOfPublication() {
        assertThat(cleaner.clean(
                                "A headline here\nOn May 12, 2031 three men were killed at the bridge, the army said.\n"
                                        + PARAGRAPH)
                        .published())
                .isNull();
    }

    @Test
    void theLanguageIsThatOfTheBody() {
        assertThat(cleaner.clean("Read also: the story of the bridge and of the men who were there\n\n"
                                + "El juez aplazó la audiencia de los tres hombres que fueron capturados en el puente.")
                        .language())
                .isEqualTo("es");
        assertThat(cleaner.clean(PARAGRAPH).language()).isEqualTo("en");
        assertThat(cleaner.clean("Xyz").language()).isEqualTo("und");
    }

    private static List<Label> labels(Cleaned cleaned) {
        return cleaned.blocks().stream().map(Block::label).toList();
    }
}
