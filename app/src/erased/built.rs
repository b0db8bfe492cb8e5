//! Views that no page has when it comes from the server.

use leptos::{
    attr::{Attribute, any_attribute::AnyAttribute},
    prelude::*,
    tachys::{
        hydration::Cursor,
        renderer::types::{Element, Node},
        view::{Position, PositionState, add_attr::AddAnyAttr},
    },
};

/// A view that comes up in the browser alone: what pops up, or what is said once the page is
/// live. It is built and taken away, so that the code that would find it in a page that the
/// server drew, and change it in place, is not in the WebAssembly.
pub struct Built(Box<dyn FnOnce() -> BuiltState + Send>);

/// What was built.
pub struct BuiltState(Box<dyn Mountable>);

/// [`Show`] for what is shown by the browser alone.
#[component(transparent)]
pub fn ShowBuilt<Content: IntoView + 'static>(
    /// Whether it is shown.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown.
    children: TypedChildrenFn<Content>,
) -> Box<dyn FnMut() -> Option<Built> + Send> {
    let content = children.into_inner();
    show(Box::new(when), Box::new(move || built(content())))
}

/// What of it is the same for all.
fn show(
    when: Box<dyn Fn() -> bool + Send + Sync>,
    content: Box<dyn Fn() -> Built + Send>,
) -> Box<dyn FnMut() -> Option<Built> + Send> {
    let is_shown = ArcMemo::new(move |_| when());
    Box::new(move || is_shown.get().then(&content))
}

/// A view that comes up in the browser alone. Drawn by the server, it is nothing.
pub fn built(view: impl IntoView + 'static) -> Built {
    Built(Box::new(move || {
        BuiltState(Box::new(view.into_view().build()))
    }))
}

impl Render for Built {
    type State = BuiltState;

    fn build(self) -> Self::State {
        self.0()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut built = self.build();
        state.insert_before_this(&mut built);
        state.unmount();
        *state = built;
    }
}

impl Mountable for BuiltState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl RenderHtml for Built {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Built {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}
