#include "ui/pages/live/chart_bar.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QPushButton>
#include <QSlider>

#include "ui/charts/chart_save_button.h"
#include "ui/charts/smoothing.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/fitting_label.h"

namespace tunebench::ui {
namespace {

constexpr double kDefaultSmoothing = 0.9;
constexpr int kSliderSteps = 300;  // 100 a decade: 0.9, 0.99 and 0.999 can be set exactly
constexpr double kLeastLeft = 1.0 - kLargestSmoothing;
constexpr int kSliderWidth = 96;

}  // namespace

ChartBar::ChartBar(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    buildSlider();
    buildPlaces();
    logarithmic_ = addToggle(QStringLiteral("log_values"), tr("log y"),
                             tr("Loss and gradient norm on a logarithmic axis"));
    logarithmicPlaces_ =
        addToggle(QStringLiteral("log_places"), tr("log x"), tr("What runs along on a logarithmic axis"));
    undo_ = new QPushButton(icon(QStringLiteral("reset")), {}, this);
    undo_->setObjectName(QStringLiteral("undo_zoom"));
    undo_->setAccessibleName(tr("Undo zoom"));
    undo_->setToolTip(tr("Undoes the last zoom (Backspace in a chart)"));
    undo_->setEnabled(false);
    row->addWidget(undo_);
    save_ = new ChartSaveButton(this);
    row->addWidget(save_);
    connect(undo_, &QPushButton::clicked, this, &ChartBar::undoRequested);
    connect(logarithmic_, &QPushButton::toggled, this, &ChartBar::logarithmicChanged);
    connect(logarithmicPlaces_, &QPushButton::toggled, this, &ChartBar::placesChanged);
    setSmoothing(kDefaultSmoothing);
}

void ChartBar::buildSlider() {
    slider_ = new QSlider(Qt::Horizontal, this);
    slider_->setRange(0, kSliderSteps);
    slider_->setFixedWidth(kSliderWidth);
    slider_->setAccessibleName(tr("Smoothing weight"));
    slider_->setToolTip(tr("Smoothing of the training loss"));
    layout()->addWidget(slider_);
    formula_ = new FittingLabel(this);
    formula_->setFont(fontFor(TextRole::Caption, formula_->font()));
    setMuted(formula_);
    static_cast<QHBoxLayout*>(layout())->addWidget(formula_, 1);
    connect(slider_, &QSlider::valueChanged, this, [this] {
        const auto weight = tr("EMA %1").arg(smoothing(), 0, 'f', 3);
        const auto brief = tr("%1, debiased").arg(weight);
        formula_->setTexts({tr("%1: s ← w·s + (1−w)·y, drawn as s / (1−wⁿ)").arg(brief), brief, weight});
        Q_EMIT smoothingChanged(smoothing());
    });
}

void ChartBar::buildPlaces() {
    places_ = new ComboEdit(this);
    places_->setObjectName(QStringLiteral("places"));
    places_->setAccessibleName(tr("What runs along the charts"));
    places_->setToolTip(tr("What runs along the charts"));
    for (const auto kind : {PlaceKind::Step, PlaceKind::Epoch, PlaceKind::Tokens, PlaceKind::Time})
        places_->addItem(placeKindText(kind), static_cast<int>(kind));
    places_->setMinimumContentsLength(7);
    layout()->addWidget(places_);
    connect(places_, &QComboBox::currentIndexChanged, this, &ChartBar::placesChanged);
}

QPushButton* ChartBar::addToggle(const QString& name, const QString& text, const QString& help) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setToolTip(help);
    button->setAccessibleDescription(help);
    layout()->addWidget(button);
    return button;
}

double ChartBar::smoothing() const {
    // Fine near 1, where it matters.
    const double position = static_cast<double>(slider_->value()) / kSliderSteps;
    return std::clamp(1.0 - std::pow(kLeastLeft, position), 0.0, kLargestSmoothing);
}

void ChartBar::setSmoothing(double weight) {
    const double left = std::clamp(1.0 - weight, kLeastLeft, 1.0);
    slider_->setValue(static_cast<int>(std::lround(std::log(left) / std::log(kLeastLeft) * kSliderSteps)));
}

PlaceKind ChartBar::placeKind() const {
    return static_cast<PlaceKind>(places_->currentData().toInt());
}

void ChartBar::setPlaceKind(PlaceKind kind) {
    places_->setCurrentIndex(places_->findData(static_cast<int>(kind)));
}

bool ChartBar::isLogarithmic() const {
    return logarithmic_->isChecked();
}

bool ChartBar::hasLogarithmicPlaces() const {
    return logarithmicPlaces_->isChecked();
}

void ChartBar::setCanUndo(bool canUndo) {
    undo_->setEnabled(canUndo);
}

}  // namespace tunebench::ui
