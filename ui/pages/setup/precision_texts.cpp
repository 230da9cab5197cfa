#include "ui/pages/setup/precision_texts.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "core/run/number_format.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr double kMostForPlainDigits = 1e6;
constexpr double kMostForOneDecimal = 9.95;
// Closer than this is the same speed: measurements differ by as much.
constexpr double kSameSpeed = 1.05;

struct PrecisionTexts {
    Q_DECLARE_TR_FUNCTIONS(PrecisionTexts)
};

const ArithmeticRate* rateOf(NumberType type, const std::vector<ArithmeticRate>& rates) {
    const auto it = std::find_if(rates.begin(), rates.end(), [type](const ArithmeticRate& rate) {
        return rate.type == type && rate.matmul_gflops > 0.0;
    });
    return it == rates.end() ? nullptr : &*it;
}

/// "2.1", "4", "12".
QString factorText(double factor) {
    const double tenths = std::round(10.0 * factor) / 10.0;
    const bool isWhole = factor >= kMostForOneDecimal || tenths == std::round(tenths);
    return isWhole ? QLocale().toString(std::llround(factor)) : QString::number(factor, 'f', 1);
}

QString comparedText(const ArithmeticRate& rate, const std::vector<ArithmeticRate>& rates) {
    const ArithmeticRate* fp32 = rateOf(NumberType::Fp32, rates);
    if (rate.type == NumberType::Fp32 || fp32 == nullptr)
        return {};
    if (const auto slower = slowdown(rate.type, rates))
        return PrecisionTexts::tr("%1× slower than fp32").arg(factorText(*slower));
    const double faster = rate.matmul_gflops / fp32->matmul_gflops;
    return faster < kSameSpeed ? PrecisionTexts::tr("as fast as fp32")
                               : PrecisionTexts::tr("%1× fp32").arg(factorText(faster));
}

/// What a step less than half of the distance to the next number comes to.
QString lostUpdateText(NumberType type) {
    return shareText(format_of(type).epsilon() / 2.0);
}

QString kindText(const PrecisionSection& precision) {
    const QString weights = typeName(precision.weights);
    if (precision.compute == NumberType::Fp32)
        return PrecisionTexts::tr(
                   "The model's weights are kept in %1, which saves memory, and computed with "
                   "in fp32.")
            .arg(weights);
    if (precision.weights == NumberType::Fp32)
        return PrecisionTexts::tr(
                   "Mixed: trained weights stay in fp32, so that no update is too small for "
                   "them; products, and what is kept for the backward pass, are in %1.")
            .arg(typeName(precision.compute));
    if (precision.stochastic_rounding)
        return PrecisionTexts::tr(
                   "Pure %1: the model's own weights are in 16 bits too, and take half the "
                   "memory; stochastic rounding keeps small updates on average.")
            .arg(weights);
    return PrecisionTexts::tr(
               "Pure %1: the model's own weights are in 16 bits too, and take half the "
               "memory; where they are trained, an update below about %2 of a weight is lost.")
        .arg(weights, lostUpdateText(precision.weights));
}

QString rangeText(NumberType type) {
    const NumberFormat format = format_of(type);
    return PrecisionTexts::tr(
               "In %1 numbers below %2 become 0 (underflow), and beyond %3 infinite "
               "(overflow).")
        .arg(typeName(type), magnitudeText(format.smallest_subnormal()), magnitudeText(format.largest()));
}

QString scaleText(const PrecisionSection& precision) {
    if (precision.compute == NumberType::Bf16 && precision.loss_scale == 0.0)
        return PrecisionTexts::tr("That is the range of fp32: bf16 needs no loss scale.");
    if (precision.loss_scale == 1.0)
        return PrecisionTexts::tr("A loss scale of 1 does nothing against underflow.");
    if (precision.loss_scale > 0.0)
        return PrecisionTexts::tr(
                   "Gradients are small: the loss is multiplied by %1 (the loss scale) before "
                   "the backward pass, and gradients are divided by it after.")
            .arg(magnitudeText(precision.loss_scale));
    return PrecisionTexts::tr(
        "Gradients are small: the loss is multiplied by a loss scale before the "
        "backward pass, the largest that does not overflow, and gradients are divided "
        "by it after.");
}

}  // namespace

QString typeName(NumberType type) {
    return toQt(number_type_name(type));
}

QString magnitudeText(double value) {
    const bool isPlain = value >= 1.0 && value < kMostForPlainDigits;
    return isPlain ? QLocale().toString(std::llround(value)) : rateText(value);
}

std::optional<double> slowdown(NumberType type, const std::vector<ArithmeticRate>& rates) {
    const ArithmeticRate* rate = rateOf(type, rates);
    const ArithmeticRate* fp32 = rateOf(NumberType::Fp32, rates);
    if (rate == nullptr || fp32 == nullptr || fp32->matmul_gflops < kSameSpeed * rate->matmul_gflops)
        return {};
    return fp32->matmul_gflops / rate->matmul_gflops;
}

QString speedOf(NumberType type, const std::vector<ArithmeticRate>& rates) {
    const ArithmeticRate* rate = rateOf(type, rates);
    if (rate == nullptr)
        return PrecisionTexts::tr("not measured yet");
    QStringList parts = {PrecisionTexts::tr("%1 GFLOP/s").arg(factorText(rate->matmul_gflops))};
    if (rate->is_emulated)
        parts << PrecisionTexts::tr("emulated here");
    if (const QString compared = comparedText(*rate, rates); !compared.isEmpty())
        parts << compared;
    return parts.join(QStringLiteral(", "));
}

QString slowdownText(NumberType type, double factor) {
    return PrecisionTexts::tr("%1 is %2× slower than fp32 on this machine: choose fp32.")
        .arg(typeName(type), factorText(factor));
}

QString explanationOf(const PrecisionSection& precision) {
    if (!usesSixteenBits(precision))
        return PrecisionTexts::tr(
            "Everything is kept and computed in fp32: exact enough for every method, "
            "with a range that gradients do not leave, and four bytes a number.");
    QStringList sentences = {kindText(precision), rangeText(narrower(precision.weights, precision.compute))};
    if (precision.compute != NumberType::Fp32)
        sentences << scaleText(precision);
    return sentences.join(QLatin1Char(' '));
}

bool usesSixteenBits(const PrecisionSection& precision) {
    return precision.weights != NumberType::Fp32 || precision.compute != NumberType::Fp32;
}

}  // namespace tunebench::ui
