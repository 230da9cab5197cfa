#include "ui/pages/setup/precision_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/run/number_format.h"
#include "ui/pages/setup/precision_texts.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {
namespace {

QLabel* wrapped(const QString& text, TextRole role, QWidget* parent) {
    QLabel* label = makeLabel(text, role, parent);
    label->setWordWrap(true);
    return label;
}

/// "weights, arithmetic": as the fields are called.
QString useOf(NumberType type, const PrecisionSection& precision) {
    QStringList uses;
    if (precision.weights == type)
        uses << PrecisionPanel::tr("weights");
    if (precision.compute == type)
        uses << PrecisionPanel::tr("arithmetic");
    return uses.join(QStringLiteral(", "));
}

}  // namespace

PrecisionPanel::PrecisionPanel(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    link_ = new QPushButton(this);
    link_->setObjectName(QStringLiteral("compare_types"));
    setButtonKind(link_, ButtonKind::Link);
    connect(link_, &QPushButton::clicked, this, [this] { setOpen(!isOpen_); });
    layout->addWidget(link_, 0, Qt::AlignLeft);
    content_ = new QWidget(this);
    auto* folded = new QVBoxLayout(content_);
    folded->setContentsMargins(0, 0, 0, 0);
    folded->setSpacing(spacing::kUnit);
    folded->addWidget(buildTable());
    folded->addWidget(buildMeasuring());
    layout->addWidget(content_);
    explanation_ = wrapped({}, TextRole::Caption, this);
    explanation_->setObjectName(QStringLiteral("precision_explanation"));
    layout->addWidget(explanation_);
    message_ = new MessageBar(this);
    message_->setObjectName(QStringLiteral("precision_message"));
    message_->setClosable(false);
    layout->addWidget(message_);
    setOpen(false);
    refresh();
}

QString PrecisionPanel::headingOf(int column) {
    const std::array<QString, ColumnCount> headings = {
        tr("Type"),      tr("Bytes"), tr("Largest"), tr("Smallest normal"), tr("Resolution at 1"),
        tr("Speed here")};
    return headings[static_cast<std::size_t>(column)];
}

QString PrecisionPanel::helpOf(int column) {
    const std::array<QString, ColumnCount> help = {
        tr("As run files name it, and what this run uses it for"),
        tr("What a number takes"),
        tr("What is beyond it is infinite: overflow"),
        tr("Smaller numbers have fewer digits, and from some size on none: underflow"),
        tr("The distance from 1 to the next number"),
        tr("Of large matrix products, where most of a training step goes")};
    return help[static_cast<std::size_t>(column)];
}

QString PrecisionPanel::cellText(NumberType type, int column) const {
    const NumberFormat format = format_of(type);
    switch (column) {
        case Bytes:
            return QString::number(format.bytes());
        case Largest:
            return magnitudeText(format.largest());
        case Smallest:
            return magnitudeText(format.smallest_normal());
        case Step:
            return tr("%1, about %2 digits")
                .arg(magnitudeText(format.epsilon()))
                .arg(format.decimal_digits());
        case Speed:
            return speedOf(type, rates_);
        default:
            break;
    }
    const QString use = useOf(type, precision_);
    return use.isEmpty() ? typeName(type) : tr("%1: %2").arg(typeName(type), use);
}

QWidget* PrecisionPanel::buildTable() {
    auto* table = new QWidget(content_);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(spacing::kUnit);
    for (int column = 0; column < ColumnCount; ++column) {
        QLabel* heading = wrapped(headingOf(column), TextRole::Caption, table);
        heading->setToolTip(helpOf(column));
        grid->addWidget(heading, 0, column, Qt::AlignBottom);
    }
    for (const auto& [column, stretch] :
         {std::pair{Name, 3}, {Largest, 2}, {Smallest, 2}, {Step, 3}, {Speed, 4}})
        grid->setColumnStretch(column, stretch);
    for (const NumberType type : kNumberTypes)
        addRow(grid, type);
    return table;
}

void PrecisionPanel::addRow(QGridLayout* grid, NumberType type) {
    Row row = {.type = type};
    const int line = grid->rowCount();
    for (int column = 0; column < ColumnCount; ++column) {
        QLabel* cell = makeLabel({}, TextRole::Body, grid->parentWidget());
        cell->setWordWrap(column == Name || column == Step || column == Speed);  // a number stays whole
        cell->setToolTip(helpOf(column));
        grid->addWidget(cell, line, column, Qt::AlignTop);
        row.cells[static_cast<std::size_t>(column)] = cell;
    }
    row.cells[Name]->setObjectName(QStringLiteral("name_") + typeName(type));
    row.cells[Speed]->setObjectName(QStringLiteral("speed_") + typeName(type));
    rows_.push_back(row);
}

QWidget* PrecisionPanel::buildMeasuring() {
    auto* row = new QWidget(content_);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    measure_ = new QPushButton(tr("Measure speed here"), row);
    measure_->setObjectName(QStringLiteral("measure_speed"));
    measure_->setToolTip(tr("Multiplies large matrices of every type on the device of the run"));
    connect(measure_, &QPushButton::clicked, this, &PrecisionPanel::measure);
    layout->addWidget(measure_);
    progress_ = wrapped({}, TextRole::Caption, row);
    progress_->setObjectName(QStringLiteral("measuring"));
    layout->addWidget(progress_, 1);
    return row;
}

void PrecisionPanel::setOpen(bool isOpen) {
    isOpen_ = isOpen;
    content_->setVisible(isOpen);
    link_->setText(isOpen ? tr("Hide number types") : tr("Number types: range, resolution, speed here"));
    link_->setIcon(iconOfLink(isOpen ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
}

void PrecisionPanel::showRun(const RunConfig& config) {
    if (config.general.device != device_) {
        device_ = config.general.device;
        rates_.clear();
        error_.reset();
    }
    const bool wasSixteenBits = usesSixteenBits(precision_);
    precision_ = config.precision;
    if (usesSixteenBits(precision_) && !wasSixteenBits)
        setOpen(true);
    refresh();
}

void PrecisionPanel::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    refreshMeasuring();
}

void PrecisionPanel::measure() {
    isMeasuring_ = true;
    error_.reset();
    refresh();
    Q_EMIT measureRequested(device_);
}

void PrecisionPanel::showSpeeds(const std::string& device, const Result<std::vector<ArithmeticRate>>& rates) {
    isMeasuring_ = false;
    if (device == device_ && rates)
        rates_ = *rates;
    else if (device == device_)
        error_ = rates.error();
    refresh();
}

void PrecisionPanel::refresh() {
    for (const Row& row : rows_)
        refreshRow(row);
    explanation_->setText(explanationOf(precision_));
    refreshMeasuring();
    refreshMessage();
}

void PrecisionPanel::refreshRow(const Row& row) {
    const bool isUsed = !useOf(row.type, precision_).isEmpty();
    for (int column = 0; column < ColumnCount; ++column) {
        QLabel* cell = row.cells[static_cast<std::size_t>(column)];
        const QString text = cellText(row.type, column);
        cell->setText(text);
        cell->setFont(fontFor(isUsed ? TextRole::Strong : TextRole::Body, font()));
        // Read on its own, a cell says what it is of.
        cell->setAccessibleName(
            column == Name ? text : tr("%1, %2: %3").arg(typeName(row.type), headingOf(column), text));
    }
    setMuted(row.cells[Speed], rates_.empty());
}

void PrecisionPanel::refreshMeasuring() {
    measure_->setEnabled(!isMeasuring_ && !isBusy_);
    progress_->setText(isMeasuring_ ? tr("Measuring every type: a second or two…")
                       : isBusy_    ? tr("Possible as soon as the run that is active has ended.")
                                    : QString());
}

void PrecisionPanel::refreshMessage() {
    if (error_) {
        message_->showError(*error_);
        return;
    }
    const auto factor = slowdown(precision_.compute, rates_);
    if (factor)
        message_->show(MessageKind::Warning, slowdownText(precision_.compute, *factor),
                       tr("%1 saves memory here, not time.").arg(typeName(precision_.compute)));
    else
        message_->clear();
}

}  // namespace tunebench::ui
