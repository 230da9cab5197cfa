#include "ui/pages/data/row_browser.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/seen_row_view.h"

namespace tunebench::ui {
namespace {

constexpr int kLeastTokens = 280;
constexpr int kNumberWidth = 72;

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

/// A patch of the ground that a kind of token has.
class Swatch : public QWidget {
public:
    Swatch(bool isLearned, QWidget* parent) : QWidget(parent), isLearned_(isLearned) { setFixedSize(14, 14); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors& colors = colorsFor(palette());
        painter.setPen(isLearned_ ? colors.accentText : colors.outline);
        painter.setBrush(isLearned_ ? colors.accentSoft : colors.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }

private:
    bool isLearned_;
};

}  // namespace

RowBrowser::RowBrowser(QWidget* parent) : QWidget(parent), making_(this) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    problem_ = new MessageBar(this);
    problem_->setClosable(false);
    layout->addWidget(problem_);
    note_ = makeLabel({}, TextRole::Body, this);
    note_->setWordWrap(true);
    setMuted(note_);
    layout->addWidget(note_);
    layout->addWidget(buildNavigation());
    layout->addWidget(buildLegend());
    tokens_ = new SeenRowView(this);
    tokens_->setObjectName(QStringLiteral("seen_row"));
    tokens_->setMinimumHeight(kLeastTokens);
    layout->addWidget(tokens_, 1);
    detail_ = makeLabel({}, TextRole::Caption, this);
    detail_->setObjectName(QStringLiteral("token_detail"));
    detail_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(detail_);
    connect(tokens_, &SeenRowView::currentChanged, this, &RowBrowser::showCurrentToken);
    setContentVisible(false);
}

QToolButton* RowBrowser::addStep(QWidget* bar, const QString& iconName, const QString& name, int by) {
    auto* button = new QToolButton(bar);
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    connect(button, &QToolButton::clicked, this, [this, by] { goTo(row_ + by); });
    bar->layout()->addWidget(button);
    return button;
}

QWidget* RowBrowser::buildNavigation() {
    navigation_ = new QWidget(this);
    auto* row = new QHBoxLayout(navigation_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kHalf);
    previous_ = addStep(navigation_, QStringLiteral("chevron-left"), tr("Previous row"), -1);
    previous_->setObjectName(QStringLiteral("previous_row"));
    next_ = addStep(navigation_, QStringLiteral("chevron-right"), tr("Next row"), 1);
    next_->setObjectName(QStringLiteral("next_row"));
    row->addSpacing(spacing::kUnit);
    QLabel* label = makeLabel(tr("Row"), TextRole::Body, navigation_);
    row->addWidget(label);
    number_ = new QLineEdit(navigation_);
    number_->setObjectName(QStringLiteral("row_number"));
    number_->setFixedWidth(kNumberWidth);
    number_->setAccessibleName(tr("Number of the row"));
    number_->setToolTip(tr("Type a number and press Return to go there"));
    label->setBuddy(number_);
    connect(number_, &QLineEdit::returnPressed, this, [this] { goTo(number_->text().toLongLong() - 1); });
    row->addWidget(number_);
    count_ = makeLabel({}, TextRole::Body, navigation_);
    row->addWidget(count_);
    row->addSpacing(spacing::kUnit);
    facts_ = makeLabel({}, TextRole::Caption, navigation_);
    facts_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(facts_, 1);
    readAll_ = new QPushButton(tr("Read all rows"), navigation_);
    readAll_->setObjectName(QStringLiteral("read_all"));
    readAll_->setToolTip(
        tr("Only the first rows of each file were read. With all of them the rows are packed as in "
           "the run's first epoch."));
    connect(readAll_, &QPushButton::clicked, this, &RowBrowser::allRowsRequested);
    row->addWidget(readAll_);
    return navigation_;
}

QWidget* RowBrowser::buildLegend() {
    legend_ = new QWidget(this);
    auto* row = new QHBoxLayout(legend_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kHalf);
    for (const auto& [isLearned, text] : {std::pair{true, tr("learned")}, {false, tr("only read")}}) {
        row->addWidget(new Swatch(isLearned, legend_));
        row->addWidget(makeLabel(text, TextRole::Caption, legend_));
        row->addSpacing(spacing::kUnit);
    }
    QLabel* borders =
        makeLabel(tr("A line separates examples: none of them sees another."), TextRole::Caption, legend_);
    borders->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(borders, 1);
    auto* numbers = new QCheckBox(tr("Ids and positions"), legend_);
    numbers->setObjectName(QStringLiteral("show_numbers"));
    numbers->setToolTip(tr("Below each token its id and, behind the @, its position"));
    numbers->setChecked(true);
    connect(numbers, &QCheckBox::toggled, this, [this](bool isOn) { tokens_->setShowsNumbers(isOn); });
    row->addWidget(numbers);
    return legend_;
}

void RowBrowser::setContentVisible(bool isVisible) {
    for (QWidget* part :
         {navigation_, legend_, static_cast<QWidget*>(tokens_), static_cast<QWidget*>(detail_)})
        part->setVisible(isVisible);
    note_->setVisible(!isVisible && !note_->text().isEmpty());
}

void RowBrowser::showNothing(const QString& reason) {
    making_.cancel();
    view_.reset();
    problem_->clear();
    note_->setText(reason);
    setContentVisible(false);
}

void RowBrowser::showError(const Error& error) {
    showNothing({});
    problem_->showError(error);
}

void RowBrowser::showView(const ModelView& view) {
    if (view.rows() == 0)
        return showNothing(tr("The data has no example to learn from."));
    problem_->clear();
    view_ = view;
    readAll_->setVisible(view.is_partial());
    count_->setText(tr("of %1").arg(number(view.rows())));
    setContentVisible(true);
    goTo(0);
}

void RowBrowser::goTo(std::int64_t row) {
    if (!view_)
        return;
    row_ = std::clamp<std::int64_t>(row, 0, view_->rows() - 1);
    number_->setText(QString::number(row_ + 1));
    previous_->setEnabled(row_ > 0);
    next_->setEnabled(row_ + 1 < view_->rows());
    making_.start([view = *view_, index = row_](const CancelToken&) { return view.row(index); },
                  [this](const SeenRow& made) { show(made); });
}

void RowBrowser::show(const SeenRow& row) {
    QStringList facts;
    facts << tr("batch %1 of %2").arg(number(row.batch + 1), number(view_->batches()))
          << tr("%1 of %2 tokens").arg(number(row.tokens()), number(view_->row_length()))
          << (row.examples.size() == 1 ? tr("1 example")
                                       : tr("%1 examples").arg(number(std::ssize(row.examples))));
    if (view_->is_partial())
        facts << tr("from the first rows of each file");
    facts_->setText(facts.join(QStringLiteral(" · ")));
    facts_->setToolTip(facts_->text());
    tokens_->setRow(row);
}

void RowBrowser::showCurrentToken() {
    const auto current = tokens_->current();
    detail_->setText(
        current ? tokens_->tokenText(*current)
                : tr("Point at a token, or go to it with the arrow keys, to see its id and position."));
}

}  // namespace tunebench::ui
