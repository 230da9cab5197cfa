#include "ui/text/language.h"

#include <array>
#include <utility>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

// Outside every namespace, as the macro demands: the linker drops a static library's resources otherwise.
static void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace tunebench::ui {
namespace {

constexpr char kLanguage[] = "language";

constexpr std::array<std::pair<Language, const char*>, 3> kTexts = {
    {{Language::System, "system"}, {Language::English, "en"}, {Language::German, "de"}}};

/// The first that the user reads: LANGUAGE and LC_MESSAGES come before LANG.
Language languageOfSystem() {
    const QString first = QLocale::system().uiLanguages().value(0);
    return QLocale(first).language() == QLocale::German ? Language::German : Language::English;
}

void install(QCoreApplication& application, const QString& file, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

}  // namespace

Language languageFromText(const QString& text) {
    for (const auto& [language, name] : kTexts)
        if (text == QLatin1String(name))
            return language;
    return Language::System;
}

QString languageText(Language language) {
    for (const auto& [known, name] : kTexts)
        if (known == language)
            return QLatin1String(name);
    return {};
}

Language storedLanguage(const QSettings& settings) {
    return languageFromText(settings.value(QLatin1String(kLanguage)).toString());
}

void storeLanguage(QSettings& settings, Language language) {
    settings.setValue(QLatin1String(kLanguage), languageText(language));
}

void installLanguage(QCoreApplication& application, Language language) {
    if ((language == Language::System ? languageOfSystem() : language) != Language::German)
        return;
    initTranslations();
    install(application, QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("tunebench_de"), QStringLiteral(":/translations"));
}

}  // namespace tunebench::ui
