#include "ui/pages/live/chart_bar.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSlider>

#include "ui/charts/chart_save_button.h"
#include "ui/charts/smoothing.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/fitting_label.h"

namespace tunebench::ui {
namespace {

constexpr double kDefaultSmoothing = 0.9;
constexpr int kSliderSteps = 300;  // 100 a decade: 0.9, 0.99 and 0.999 can be set exactly
constexpr double kLeastLeft = 1.0 - kLargestSmoothing;
constexpr int kSliderWidth = 80;

}  // namespace

ChartBar::ChartBar(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    buildSlider();
    buildAxes();
    undo_ = addButton(QStringLiteral("undo_zoom"), QStringLiteral("reset"), tr("Undo zoom"),
                      tr("Undoes the last zoom (Backspace in a chart)"));
    undo_->setEnabled(false);
    save_ = new ChartSaveButton(this);
    row->addWidget(save_);
    connect(undo_, &QPushButton::clicked, this, &ChartBar::undoRequested);
    setSmoothing(kDefaultSmoothing);
}

QPushButton* ChartBar::addButton(const QString& name, const QString& iconName, const QString& text,
                                 const QString& help) {
    auto* button = new QPushButton(icon(iconName), {}, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(help);
    layout()->addWidget(button);
    return button;
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

void ChartBar::buildAxes() {
    axes_ = addButton(QStringLiteral("axes"), QStringLiteral("chevron-down"), tr("Axes"),
                      tr("What runs along the charts; logarithmic axes"));
    axes_->setLayoutDirection(Qt::RightToLeft);  // the arrow behind the text
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("axes_menu"));
    addPlaces(menu);
    menu->addSeparator();
    logarithmic_ =
        addToggle(menu, QStringLiteral("log_values"), tr("Loss and gradient norm on a logarithmic axis"));
    logarithmicPlaces_ =
        addToggle(menu, QStringLiteral("log_places"), tr("What runs along on a logarithmic axis"));
    connect(axes_, &QPushButton::clicked, menu,
            [this, menu] { menu->popup(axes_->mapToGlobal(QPoint(0, axes_->height() + spacing::kHalf))); });
    connect(logarithmic_, &QAction::toggled, this, &ChartBar::logarithmicChanged);
    connect(logarithmicPlaces_, &QAction::toggled, this, &ChartBar::placesChanged);
    nameAxes();
}

void ChartBar::addPlaces(QMenu* menu) {
    auto* kinds = new QActionGroup(this);
    for (const auto kind : {PlaceKind::Step, PlaceKind::Epoch, PlaceKind::Tokens, PlaceKind::Time}) {
        QAction* action =
            addToggle(menu, QStringLiteral("places_%1").arg(static_cast<int>(kind)), placeKindText(kind));
        kinds->addAction(action);
        action->setChecked(kind == kind_);
        connect(action, &QAction::triggered, this, [this, kind] { setPlaceKind(kind); });
    }
}

QAction* ChartBar::addToggle(QMenu* menu, const QString& name, const QString& text) {
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    return action;
}

void ChartBar::nameAxes() {
    axes_->setText(placeKindText(kind_));
    axes_->setAccessibleName(tr("Axes: %1").arg(placeKindText(kind_)));
}

void ChartBar::setWords(const QString& smoothing, const QString& logarithmic) {
    slider_->setToolTip(smoothing);
    logarithmic_->setText(logarithmic);
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

void ChartBar::setPlaceKind(PlaceKind kind) {
    if (kind == kind_)
        return;
    kind_ = kind;
    const QString name = QStringLiteral("places_%1").arg(static_cast<int>(kind));
    if (auto* action = findChild<QAction*>(name))
        action->setChecked(true);
    nameAxes();
    Q_EMIT placesChanged();
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
