package org.constancia.text.clean.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Cleaned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages in scripts that Constancia extracts nothing from are cleaned all the same: no length in letters and no word
/// list decides there. The stories are invented.
class ManyScriptsTest {
    static List<Arguments> stories() {
        return List.of(
                Arguments.of(
                        "ja",
                        "首相",
                        "ホーム",
                        List.of("港の町で水曜日、漁師三人が死亡した。", "警察は原因を調べている。遺族は説明を求めている。", "市長は木曜日に会見を開く予定だ。")),
                Arguments.of(
                        "zh",
                        "市长",
                        "首页",
                        List.of("星期三，三名渔民在港口小镇遇难，警方正在调查。", "家属要求公布录像，但有关部门至今没有交出。", "市长说：「我们会查明真相。」")),
                Arguments.of(
                        "ar",
                        "الوزير",
                        "الرئيسية",
                        List.of(
                                "قُتل ثلاثة صيادين يوم الأربعاء في بلدة ساحلية، وتحقق الشرطة في الحادث، بحسب ما قالته البلدية.",
                                "طالبت العائلات بنشر التسجيلات التي لم تسلمها الوزارة إلى المحكمة حتى الآن، وأعلنت أنها ستتظاهر.",
                                "هل يعلم الوزير بما جرى في تلك الليلة على رصيف الميناء القديم؟")),
                Arguments.of(
                        "ru",
                        "Министр",
                        "Главная",
                        List.of(
                                "Три рыбака погибли в среду в портовом городе, полиция выясняет обстоятельства, сообщили в мэрии.",
                                "Родственники потребовали записи, которые министерство до сих пор не передало суду, и объявили о марше.",
                                "Мэр обещал выступить в четверг и ответить на вопросы семей погибших рыбаков.")),
                Arguments.of(
                        "hi",
                        "मंत्री",
                        "मुखपृष्ठ",
                        List.of(
                                "बुधवार को बंदरगाह के कस्बे में तीन मछुआरों की मौत हो गई और पुलिस घटना की जाँच कर रही है।",
                                "परिजनों ने वे रिकॉर्डिंग माँगी हैं जो मंत्रालय ने अब तक अदालत को नहीं दी हैं, और मार्च का ऐलान किया।",
                                "महापौर गुरुवार को परिवारों के सवालों का जवाब देंगे, ऐसा उनके कार्यालय ने बताया।")));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theParagraphsStayAndTheMenuGoes(String language, String title, String home, List<String> paragraphs) {
        String menu = ("<li><a href='/x'>" + home + "</a></li>").repeat(8);
        String page =
                "<html lang='" + language + "'><body><ul class='menu'>" + menu + "</ul><div class='c7'><h1>" + title
                        + "</h1><p>" + String.join("</p><p>", paragraphs) + "</p></div><div class='related'>" + menu
                        + "</div><footer>" + home + "</footer></body></html>";
        Cleaned cleaned = new HtmlCleaner().clean(page).cleaned();
        assertThat(cleaned.blocks().stream().filter(Block::isBody).map(block -> block.of(cleaned.text())))
                .containsExactlyElementsOf(paragraphs);
    }
}
