#include "ui/widgets/navigation_rail.h"

#include <QButtonGroup>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kWidth = 148;
constexpr int kEntryHeight = 38;

}  // namespace

NavigationRail::NavigationRail(QWidget* parent) : QWidget(parent) {
    setFixedWidth(kWidth);
    layout_ = new QVBoxLayout(this);
    layout_->setContentsMargins(spacing::kUnit, spacing::kWide, spacing::kUnit, spacing::kUnit);
    layout_->setSpacing(spacing::kHalf);
    QLabel* brand = makeLabel(QStringLiteral("Tunebench"), TextRole::Heading, this);
    brand->setContentsMargins(spacing::kUnit, spacing::kHalf, 0, spacing::kWide);
    layout_->addWidget(brand);
    group_ = new QButtonGroup(this);
    connect(group_, &QButtonGroup::idClicked, this, &NavigationRail::chosen);
}

void NavigationRail::addEntry(const QString& iconName, const QString& name, const QKeySequence& shortcut) {
    auto* button = new QToolButton(this);
    setButtonKind(button, ButtonKind::Navigation);
    button->setObjectName(QStringLiteral("go_") + iconName);
    button->setIcon(icon(iconName));
    button->setIconSize({20, 20});
    button->setText(QLatin1Char(' ') + name);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    // Not the button's own shortcut: that would press it visibly for a tenth of a second first.
    connect(new QShortcut(shortcut, this), &QShortcut::activated, button, [button] { button->click(); });
    button->setToolTip(QStringLiteral("%1 (%2)").arg(name, shortcut.toString(QKeySequence::NativeText)));
    button->setAccessibleName(name);
    button->setMinimumHeight(kEntryHeight);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    group_->addButton(button, count_++);
    layout_->addWidget(button);
}

void NavigationRail::addStretch() {
    layout_->addStretch(1);
}

void NavigationRail::setCurrent(int index) {
    if (auto* button = group_->button(index))
        button->setChecked(true);
}

int NavigationRail::current() const {
    return group_->checkedId();
}

void NavigationRail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    painter.fillRect(rect(), colors.rail);
    painter.setPen(colors.border);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

}  // namespace tunebench::ui
