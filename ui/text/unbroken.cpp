#include "ui/text/unbroken.h"

namespace tunebench::ui {

QString unbroken(QString text) {
    const QChar noBreak(QChar::Nbsp);
    text.replace(QStringLiteral(" = "), noBreak + QStringLiteral("=") + noBreak);
    text.replace(QStringLiteral(" ± "), noBreak + QStringLiteral("±") + noBreak);
    text.replace(QStringLiteral(" %"), noBreak + QStringLiteral("%"));
    text.replace(QStringLiteral("× "), QStringLiteral("×") + noBreak);
    text.replace(QStringLiteral(" nats"), noBreak + QStringLiteral("nats"));
    return text;
}

QString unbrokenAmount(QString amount) {
    return amount.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

}  // namespace tunebench::ui
