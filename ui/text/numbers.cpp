#include "ui/text/numbers.h"

#include <cmath>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "core/base/byte_units.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

struct NumberTexts {
    Q_DECLARE_TR_FUNCTIONS(NumberTexts)
};

QString nonfinite(double value) {
    if (std::isnan(value))
        return QStringLiteral("NaN");
    return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
}

QString localText(const std::string& timestamp, const QString& thisYear, const QString& otherYears) {
    const QDateTime time = QDateTime::fromString(toQt(timestamp), Qt::ISODateWithMs).toLocalTime();
    if (!time.isValid())
        return toQt(timestamp);
    return time.toString(time.date().year() == QDate::currentDate().year() ? thisYear : otherYears);
}

}  // namespace

QString bytesText(std::uint64_t bytes) {
    return toQt(format_bytes(bytes));
}

QString lossText(double loss) {
    if (!std::isfinite(loss))
        return nonfinite(loss);
    return std::abs(loss) < 1e-3 && loss != 0 ? rateText(loss) : QString::number(loss, 'f', 4);
}

QString optionalLossText(const std::optional<double>& loss) {
    return loss ? lossText(*loss) : QStringLiteral("–");
}

QString rateText(double rate) {
    if (!std::isfinite(rate))
        return nonfinite(rate);
    if (rate == 0)
        return QStringLiteral("0");
    QString text = QString::number(rate, 'e', 2);
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    QString mantissa = text.left(e);
    while (mantissa.endsWith(QLatin1Char('0')))
        mantissa.chop(1);
    if (mantissa.endsWith(QLatin1Char('.')))
        mantissa.chop(1);
    return QStringLiteral("%1e%2").arg(mantissa).arg(text.mid(e + 1).toInt());
}

QString speedText(double tokensPerSecond) {
    if (!std::isfinite(tokensPerSecond))
        return QStringLiteral("–");
    return NumberTexts::tr("%1 tokens/s").arg(QLocale().toString(std::llround(tokensPerSecond)));
}

QString durationText(double seconds) {
    return toQt(format_duration(seconds));
}

QString countText(std::int64_t count) {
    return toQt(format_count(static_cast<std::uint64_t>(std::max<std::int64_t>(0, count))));
}

QString shareText(double share) {
    const double percent = 100 * share;
    return QStringLiteral("%1 %").arg(QString::number(percent, 'f', percent >= 10 || percent == 0 ? 0 : 2));
}

QString trainableText(std::int64_t trainable, std::int64_t total) {
    if (total <= 0)
        return countText(trainable);
    return QStringLiteral("%1 (%2)").arg(
        countText(trainable), shareText(static_cast<double>(trainable) / static_cast<double>(total)));
}

QString shortNumber(double value) {
    if (!std::isfinite(value))
        return nonfinite(value);
    if (value != 0 && (std::abs(value) < 1e-3 || std::abs(value) >= 1e6))
        return rateText(value);
    // Four digits, but never "3e+04".
    return std::abs(value) >= 9999.5 ? QString::number(value, 'f', 0) : QString::number(value, 'g', 4);
}

QString dateText(const std::string& timestamp) {
    return localText(timestamp, QStringLiteral("d MMM HH:mm"), QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString dayText(const std::string& timestamp) {
    return localText(timestamp, QStringLiteral("d MMM"), QStringLiteral("yyyy-MM-dd"));
}

QString phaseText(RunPhase phase) {
    switch (phase) {
        case RunPhase::Loading:
            return NumberTexts::tr("Loading");
        case RunPhase::Training:
            return NumberTexts::tr("Training");
        case RunPhase::Evaluating:
            return NumberTexts::tr("Evaluating");
        case RunPhase::Sampling:
            return NumberTexts::tr("Sampling");
        case RunPhase::Saving:
            return NumberTexts::tr("Saving");
        case RunPhase::Paused:
            return NumberTexts::tr("Paused");
        case RunPhase::Stopping:
            return NumberTexts::tr("Stopping");
    }
    return {};
}

QString statusText(RunStatus status) {
    switch (status) {
        case RunStatus::Running:
            return NumberTexts::tr("Running");
        case RunStatus::Paused:
            return NumberTexts::tr("Paused");
        case RunStatus::Completed:
            return NumberTexts::tr("Completed");
        case RunStatus::EarlyStopped:
            return NumberTexts::tr("Stopped early");
        case RunStatus::Stopped:
            return NumberTexts::tr("Stopped");
        case RunStatus::Discarded:
            return NumberTexts::tr("Discarded");
        case RunStatus::Failed:
            return NumberTexts::tr("Failed");
        case RunStatus::Interrupted:
            return NumberTexts::tr("Interrupted");
    }
    return {};
}

QString causeText(ExitCause cause) {
    switch (cause) {
        case ExitCause::Completed:
            return NumberTexts::tr("Completed");
        case ExitCause::EarlyStopped:
            return NumberTexts::tr("Stopped early: the validation loss no longer fell");
        case ExitCause::Stopped:
            return NumberTexts::tr("Stopped and saved");
        case ExitCause::Discarded:
            return NumberTexts::tr("Discarded");
        case ExitCause::Failed:
            return NumberTexts::tr("Failed");
    }
    return {};
}

}  // namespace tunebench::ui
