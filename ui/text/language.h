// The language of the window: English as it is written in the sources, or a translation that the program
// holds (resources/translations).
#pragma once

#include <QString>

class QCoreApplication;
class QSettings;

namespace tunebench::ui {

/// System: that of the desktop where there is a translation into it, else English.
enum class Language { System, English, German };

/// "system", "en", "de": as in settings. An unknown text is System.
Language languageFromText(const QString& text);
QString languageText(Language language);

Language storedLanguage(const QSettings& settings);
/// Takes effect at the next start.
void storeLanguage(QSettings& settings, Language language);

/// Before the first widget: what has been shown stays as it is. Of Qt's own texts (buttons of questions, the
/// choice of files) the translation is used where it is installed. Numbers keep their notation.
void installLanguage(QCoreApplication& application, Language language);

}  // namespace tunebench::ui
