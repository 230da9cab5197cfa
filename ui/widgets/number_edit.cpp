#include "ui/widgets/number_edit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <QLineEdit>
#include <QLocale>
#include <QWheelEvent>

#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr std::array<double, 3> kNice = {1, 2, 5};
constexpr double kSlack = 1e-9;

// "1e-05" of Qt to "1e-5".
QString shortExponent(const QString& text) {
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    return e < 0 ? text : QStringLiteral("%1e%2").arg(text.left(e)).arg(text.mid(e + 1).toInt());
}

}  // namespace

double nextNiceNumber(double number, bool up) {
    const double decade = std::pow(10.0, std::floor(std::log10(number) + kSlack));
    const double lead = number / decade;
    if (up) {
        for (const double nice : kNice)
            if (nice > lead * (1 + kSlack))
                return nice * decade;
        return 10 * decade;
    }
    for (auto it = kNice.rbegin(); it != kNice.rend(); ++it)
        if (*it < lead * (1 - kSlack))
            return *it * decade;
    return 0.5 * decade;
}

NumberEdit::NumberEdit(NumberStyle style, QWidget* parent)
    : QAbstractSpinBox(parent),
      style_(style),
      low_(std::numeric_limits<double>::lowest()),
      high_(std::numeric_limits<double>::max()) {
    setFocusPolicy(Qt::StrongFocus);  // the wheel over a page must not change numbers
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    connect(lineEdit(), &QLineEdit::textChanged, this, &NumberEdit::valueChanged);
}

ParamValue NumberEdit::value() const {
    const QString text = lineEdit()->text().trimmed();
    bool isNumber = false;
    if (const qlonglong whole = text.toLongLong(&isNumber); isNumber)
        return style_ == NumberStyle::Integer ? ParamValue(static_cast<std::int64_t>(whole))
                                              : ParamValue(static_cast<double>(whole));
    if (const double number = QLocale::c().toDouble(text, &isNumber); isNumber)
        return number;
    return text.toStdString();
}

void NumberEdit::setValue(const ParamValue& value) {
    QString text;
    if (const auto* whole = value.get<std::int64_t>())
        text = style_ == NumberStyle::Integer ? QString::number(*whole) : textOf(static_cast<double>(*whole));
    else if (const auto* number = value.get<double>())
        text = textOf(*number);
    else if (const auto* words = value.get<std::string>())
        text = toQt(*words);
    if (text != lineEdit()->text())
        lineEdit()->setText(text);
}

void NumberEdit::setStepRange(double low, double high) {
    low_ = low;
    high_ = high;
}

QString NumberEdit::textOf(double number) const {
    if (style_ == NumberStyle::Scientific && number != 0 &&
        (std::abs(number) < 0.01 || std::abs(number) >= 1e5))
        return shortExponent(QString::number(number, 'e', QLocale::FloatingPointShortest));
    return shortExponent(QString::number(number, 'g', QLocale::FloatingPointShortest));
}

void NumberEdit::stepBy(int steps) {
    const ParamValue current = value();
    if (const auto* whole = current.get<std::int64_t>()) {
        const double next = std::clamp(static_cast<double>(*whole) + steps, low_, high_);
        setValue(static_cast<std::int64_t>(next));
        return;
    }
    const auto* number = current.get<double>();
    if (number == nullptr)
        return;
    double next = *number;
    if (style_ == NumberStyle::Scientific && next > 0) {
        for (int i = 0; i < std::abs(steps); ++i)
            next = nextNiceNumber(next, steps > 0);
    } else {
        const double size = std::abs(next) >= 10 ? 1.0 : std::abs(next) >= 1 ? 0.1 : 0.01;
        next = std::round((next + steps * size) / size) * size;
    }
    // Rounded to twelve digits: 0.1 added thrice should read 0.3.
    setValue(QString::number(std::clamp(next, low_, high_), 'g', 12).toDouble());
}

QAbstractSpinBox::StepEnabled NumberEdit::stepEnabled() const {
    return StepUpEnabled | StepDownEnabled;
}

void NumberEdit::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

QSize NumberEdit::sizeHint() const {
    return {112, QAbstractSpinBox::sizeHint().height()};
}

QSize NumberEdit::minimumSizeHint() const {
    return {80, QAbstractSpinBox::minimumSizeHint().height()};
}

}  // namespace tunebench::ui
